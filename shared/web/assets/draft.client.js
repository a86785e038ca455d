// Keeps what somebody is writing on their own device until it is filed: the matter, never who they are.
(() => {
  const key = "huiyin.draft";
  const kept = ["story", "category", "community", "place", "ask", "ask2", "ask3", "ask4", "ask5"];

  try {
    if (document.querySelector("[data-draft-done]") === null) localStorage.getItem(key);
    else localStorage.removeItem(key);
  } catch {
    return; // Storage is switched off: the form works without drafts.
  }

  const form = document.querySelector("form[data-draft]");
  if (form === null) return;

  const controls = (name) => [...form.querySelectorAll(`[name="${name}"]`)];
  const chosen = (name) => controls(name).find(({ type, checked }) => type !== "radio" || checked);
  const typedIn = (name) => chosen(name)?.value ?? "";

  const put = (name, value, words) => {
    for (const control of controls(name)) {
      if (control.type === "radio") control.checked = value !== "" && control.value === value;
      else control.value = value;
    }
    // A finder lists what fits: what was chosen before may not be there.
    if (typedIn(name) === value || words === undefined) return;
    const finder = form.querySelector(`[data-finder="${name}"]`);
    finder?.dispatchEvent(new CustomEvent("huiyin:choose", { detail: { value, words } }));
  };

  const read = () => JSON.parse(localStorage.getItem(key) ?? "{}");
  const isEmpty = () => kept.every((name) => typedIn(name) === "");

  const save = () => {
    const draft = Object.fromEntries(kept.map((name) => [name, typedIn(name)]));
    draft.communityWords = chosen("community")?.labels?.[0]?.querySelector("span")?.firstChild?.textContent ?? "";
    localStorage.setItem(key, JSON.stringify(draft));
    form.querySelector("[data-draft-note]").hidden = false;
  };

  const restore = () => {
    const draft = read();
    const written = kept.filter((name) => typeof draft[name] === "string" && draft[name] !== "");
    for (const name of written) {
      put(name, draft[name], name === "community" ? draft.communityWords : undefined);
      for (const folded of form.querySelectorAll(`details:has([name=${name}])`)) folded.open = true;
    }
    form.querySelector("[data-draft-back]").hidden = written.length === 0;
  };

  const clear = () => {
    localStorage.removeItem(key);
    for (const name of kept) put(name, "");
    form.querySelector("[data-draft-back]").hidden = true;
    form.elements.namedItem("story").focus();
  };

  // What came back from the server with its errors is newer than the draft.
  if (form.dataset.draft === "restore" && isEmpty()) restore();
  form.addEventListener("input", save);
  form.querySelector("[data-draft-clear]").addEventListener("click", clear);
})();
