// Finds a community by typing: the list below shows only the names that match. Without script the whole list is there.
(() => {
  const frame = document.querySelector("[data-finder]");
  const select = frame?.querySelector("select");
  if (!select) return;

  const groups = [...select.querySelectorAll("optgroup")].map((group) => ({ group, options: [...group.children] }));
  const prompt = select.options[0];

  const label = document.createElement("label");
  label.htmlFor = "community-finder";
  label.className = "quiet";
  label.textContent = frame.dataset.finderLabel;

  const input = document.createElement("input");
  input.type = "search";
  input.id = "community-finder";
  input.autocomplete = "off";
  input.setAttribute("aria-controls", select.id);

  const said = document.createElement("p");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");

  const show = () => {
    const sought = input.value.trim().toLowerCase();
    const chosen = select.value;
    const found = [];
    for (const { group, options } of groups) {
      const inTownship = group.label.toLowerCase().includes(sought);
      const fitting = options.filter((option) => inTownship || option.text.toLowerCase().includes(sought));
      group.replaceChildren(...fitting);
      found.push(...fitting);
    }
    select.replaceChildren(prompt, ...groups.map(({ group }) => group).filter((group) => group.children.length > 0));
    select.value = found.length === 1 ? found[0].value : found.some(({ value }) => value === chosen) ? chosen : "";
    said.textContent = sought === "" ? "" : `${found.length} ${frame.dataset.finderFound}`;
    select.dispatchEvent(new Event("input", { bubbles: true }));
  };

  // Enter belongs to the search here, not to the form.
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    select.focus();
  });
  input.addEventListener("input", show);
  select.before(label, input, said);
})();
