// Finds a unit while somebody types. The server says which fit; without script the button beside the field asks it too.
(() => {
  const pause = 250;
  // More is no name of a place, and an address on the web has an end.
  const most = 100;

  const follow = (frame) => {
    const input = frame.querySelector("input[type=search]");
    const button = frame.querySelector("button[name=find]");
    const said = frame.querySelector("[data-finder-said]");
    const list = frame.querySelector("[data-finder-list]");
    const { finder: field, finderAt: address, finderUnreached: unreached } = frame.dataset;
    let shown = input.defaultValue.trim();
    let asked = 0;
    let timer;

    const chosen = () => list.querySelector("input:checked");

    // What is chosen stays chosen and in sight, whatever fits what is typed now.
    const show = (markup) => {
      const found = document.createRange().createContextualFragment(markup);
      const words = found.querySelector("[data-finder-said]").textContent;
      const choices = [...found.querySelector("[data-finder-list]").children];
      const before = chosen();
      const again =
        before && choices.map((label) => label.querySelector("input")).find(({ value }) => value === before.value);
      if (again) again.checked = true;
      list.replaceChildren(...(before && !again ? [before.closest("label")] : []), ...choices);
      said.textContent = words;
    };

    const find = async () => {
      clearTimeout(timer);
      const sought = input.value.trim();
      if (sought === shown) return;
      shown = sought;
      asked += 1;
      const mine = asked;
      try {
        const q = [...sought].slice(0, most).join("");
        const reply = await fetch(`${address}&${new URLSearchParams({ q })}`);
        if (!reply.ok) throw new Error(String(reply.status));
        const markup = await reply.text();
        if (mine === asked) show(markup);
      } catch {
        if (mine !== asked) return;
        shown = undefined;
        said.textContent = unreached;
      }
    };

    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(find, pause);
    };

    // What an input method composes is not typed yet.
    input.addEventListener("input", (event) => {
      if (!event.isComposing) soon();
    });
    input.addEventListener("compositionstart", () => clearTimeout(timer));
    input.addEventListener("compositionend", soon);
    // Enter belongs to the search here, not to the form; that which ends a composition belongs to the input method.
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      find();
    });
    button.addEventListener("click", (event) => {
      event.preventDefault();
      find();
    });
    // What a draft says was chosen, and is not listed.
    frame.addEventListener("huiyin:choose", ({ detail: { value, words } }) => {
      const label = document.createElement("label");
      label.className = "choice";
      const radio = document.createElement("input");
      Object.assign(radio, { type: "radio", name: field, value, checked: true });
      const text = document.createElement("span");
      text.textContent = words;
      label.append(radio, text);
      list.prepend(label);
    });
    // A browser that goes back fills in what was typed by itself.
    find();
  };

  const begin = () => {
    for (const frame of document.querySelectorAll("[data-finder]")) follow(frame);
  };
  // A task's page is put in the place of another one.
  document.addEventListener("huiyin:page", begin);
  begin();
})();
