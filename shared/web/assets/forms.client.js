// On every form: what was typed outlives a switch of the language, sending shows that it is being sent and sends once, and
// whoever comes near a limit reads how much room is left. Without a script forms work all the same.
(() => {
  const key = "huiyin.switched";
  const words = () => document.querySelector("main")?.dataset ?? {};

  const nameOf = (control) =>
    [control.form?.getAttribute("action"), control.form?.elements.namedItem("command")?.value, control.name].join(" ");
  const typedIn = () =>
    [...document.querySelectorAll("form :is(input, textarea, select)")].filter(
      ({ name, type }) => name !== "" && !["hidden", "submit", "file"].includes(type),
    );

  const keep = () => {
    const typed = typedIn().map((control) => [nameOf(control), control.value, control.checked === true]);
    const open = [...document.querySelectorAll("details")].map((one) => one.open);
    sessionStorage.setItem(key, JSON.stringify({ path: location.pathname, typed, open }));
  };

  const putBack = () => {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "null");
    if (kept === null || document.querySelector("[data-task=opening]:not([hidden])") !== null) return;
    sessionStorage.removeItem(key);
    if (kept.path !== location.pathname) return;
    for (const control of typedIn()) {
      const isChoice = control.type === "radio" || control.type === "checkbox";
      const was = kept.typed.find(
        ([name, value]) => name === nameOf(control) && (!isChoice || value === control.value),
      );
      if (was === undefined) continue;
      if (isChoice) control.checked = was[2];
      else control.value = was[1];
    }
    for (const [nth, one] of document.querySelectorAll("details").entries()) one.open = kept.open[nth] ?? one.open;
  };

  const count = (area) => {
    const most = Number(area.dataset.most);
    const left = most - [...area.value].length;
    let told = area.nextElementSibling;
    if (told?.hasAttribute("data-left-told") !== true) {
      told = document.createElement("small");
      told.setAttribute("data-left-told", "");
      told.setAttribute("role", "status");
      told.className = "hint";
      area.after(told);
    }
    const says = left < 0 ? words().over : words().left;
    told.textContent = left > most / 10 ? "" : (says ?? "#").replace("#", String(Math.abs(left)));
    told.classList.toggle("late", left < 0);
  };

  const rest = () => {
    for (const button of document.querySelectorAll("button[data-label]")) {
      button.textContent = button.dataset.label;
      button.disabled = false;
      delete button.dataset.label;
    }
  };

  const begin = () => {
    try {
      putBack();
    } catch {
      // Storage may be switched off: then nothing was kept.
    }
    for (const area of document.querySelectorAll("textarea[data-most]")) count(area);
  };

  document.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLTextAreaElement && target.dataset.most) count(target);
  });
  // A phrase goes behind what is written, as if it were typed: it is counted, and kept with the draft.
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button[data-put]") : null;
    const area = button && document.getElementById(button.dataset.into);
    if (!(area instanceof HTMLTextAreaElement)) return;
    area.value = [area.value.trimEnd(), button.dataset.put].filter((text) => text !== "").join("\n");
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
  });
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element) || target.closest("a.switch") === null) return;
    try {
      keep();
    } catch {
      // Storage may be switched off: the page is asked for in the other language all the same.
    }
  });
  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button === null) return;
    if (button.dataset.label !== undefined) {
      event.preventDefault();
      return;
    }
    if (button.classList.contains("switch") || words().sending === undefined) return;
    button.dataset.label = button.textContent;
    // A button that is off would not be sent along.
    setTimeout(() => {
      button.disabled = true;
      button.textContent = words().sending;
    });
  });
  // Back shows the page as it was left.
  addEventListener("pageshow", rest);
  document.addEventListener("huiyin:page", begin);
  begin();
})();
