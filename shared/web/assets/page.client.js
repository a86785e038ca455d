// On every page: the large-type switch, printing, copying, and the focus on what has to be corrected.
// Listens on the document, so that it also serves a page that task-entry.client.js puts in place.
(() => {
  const large = "huiyin.large-type";
  const root = document.documentElement;

  const stored = () => {
    try {
      return localStorage.getItem(large) === "on";
    } catch {
      return false;
    }
  };

  const store = (on) => {
    try {
      localStorage.setItem(large, on ? "on" : "off");
    } catch {
      // Storage may be switched off: the type is then large on this page only.
    }
  };

  const showType = (on) => {
    root.classList.toggle("large-type", on);
    for (const button of document.querySelectorAll("[data-large-type]")) {
      button.hidden = false;
      button.setAttribute("aria-pressed", String(on));
    }
  };

  const begin = () => {
    showType(root.classList.contains("large-type") || stored());
    for (const element of document.querySelectorAll("[data-enhanced]")) element.hidden = false;
    document.getElementById("errors")?.focus();
  };

  // Whatever stands beside the element, and beside what it stands in, is left out while it is printed.
  const printAlone = (id) => {
    const besides = [];
    for (
      let inner = document.getElementById(id);
      inner !== null && inner !== document.body;
      inner = inner.parentElement
    ) {
      for (const other of inner.parentElement.children) if (other !== inner) besides.push(other);
    }
    const leaveOut = (isLeftOut) => {
      for (const element of besides) element.toggleAttribute("data-left-out", isLeftOut);
    };
    leaveOut(true);
    addEventListener("afterprint", () => leaveOut(false), { once: true });
    window.print();
  };

  const copy = async (button) => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.copied;
  };

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button === null) return;
    if (button.dataset.print) printAlone(button.dataset.print);
    else if (button.hasAttribute("data-print")) window.print();
    if (button.hasAttribute("data-copy")) copy(button);
    if (button.hasAttribute("data-large-type")) {
      const on = !root.classList.contains("large-type");
      store(on);
      showType(on);
    }
  });

  // Whoever leaves a shared device leaves no draft behind; an official's is another script's matter.
  document.addEventListener("submit", ({ target }) => {
    if (target.getAttribute("action") === "/leave") localStorage.removeItem("huiyin.draft");
  });

  document.addEventListener("huiyin:page", begin);
  begin();
})();
