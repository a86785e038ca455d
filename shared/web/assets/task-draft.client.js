// Keeps what an official writes for a task on their device until it is sent. It lies sealed under the task's own link, so
// that a colleague at the same computer, who has another link, cannot read it. Gone once it is sent, once its writer signs
// out, or after a week.
(() => {
  const prefix = "huiyin.task-draft.";
  const writer = "huiyin.task-writer";
  const week = 7 * 86_400_000;
  const waits = 400;
  const forms = "form[action$='/task/act']:has([name=command])";

  const token = () => sessionStorage.getItem("huiyin.task") ?? "";
  const toBase64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
  const fromBase64 = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const digest = (text) => crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const nameOf = async () => prefix + toBase64(await digest(`name of ${token()}`)).slice(0, 22);
  const keyOf = async () =>
    crypto.subtle.importKey("raw", await digest(`key of ${token()}`), "AES-GCM", false, ["encrypt", "decrypt"]);

  const commandOf = (form) => form.elements.namedItem("command").value;
  const controls = (form) => [...form.elements].filter(({ type, name }) => name !== "" && type !== "hidden");
  const isEmpty = (form) =>
    controls(form).every(({ type, value, checked }) =>
      type === "radio" || type === "checkbox" ? !checked : value === "",
    );

  /** Nothing was typed since the page was drawn: a form that corrects a letter comes filled with it. */
  const isUntouched = (form) =>
    controls(form).every(
      (control) =>
        control.tagName === "SELECT" ||
        (control.value === control.defaultValue && control.checked === control.defaultChecked),
    );

  const read = async () => {
    const kept = localStorage.getItem(await nameOf());
    if (kept === null) return {};
    const { iv, data } = JSON.parse(kept);
    const opened = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: fromBase64(iv) },
      await keyOf(),
      fromBase64(data),
    );
    return JSON.parse(new TextDecoder().decode(opened));
  };

  const write = async (drafts) => {
    const name = await nameOf();
    if (Object.keys(drafts).length === 0) return localStorage.removeItem(name);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(drafts));
    const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyOf(), text);
    localStorage.setItem(
      name,
      JSON.stringify({ at: Date.now(), of: sessionStorage.getItem(writer), iv: toBase64(iv), data: toBase64(data) }),
    );
  };

  const save = async (form) => {
    const { [commandOf(form)]: _, ...others } = await read();
    const fields = [...new FormData(form)].filter(([name]) => name !== "token" && name !== "command");
    await write(isEmpty(form) ? others : { ...others, [commandOf(form)]: Object.fromEntries(fields) });
  };

  const fill = (form, draft) => {
    for (const control of controls(form)) {
      const value = draft[control.name];
      if (value === undefined) continue;
      if (control.type === "radio" || control.type === "checkbox") control.checked = control.value === value;
      else control.value = value;
      // What was being looked for is found again.
      if (control.type === "search") control.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };

  const restore = async () => {
    const drafts = await read();
    const filled = [...document.querySelectorAll(forms)].filter((form) => drafts[commandOf(form)] && isUntouched(form));
    for (const form of filled) fill(form, drafts[commandOf(form)]);
    const [first] = filled;
    if (first === undefined || document.querySelector("details.command[open]") !== null) return;
    first.closest("details").open = true;
    for (const note of document.querySelectorAll("[data-draft-back]")) note.hidden = false;
  };

  const clear = async () => {
    await write({});
    for (const form of document.querySelectorAll(forms)) form.reset();
    for (const note of document.querySelectorAll("[data-draft-back]")) note.hidden = true;
  };

  /** What was sent last is done: its draft is of no more use. */
  const done = async () => {
    const { [sessionStorage.getItem("huiyin.task-sent")]: _, ...others } = await read();
    await write(others);
  };

  const forget = (isToGo) => {
    for (const name of Object.keys(localStorage).filter((key) => key.startsWith(prefix))) {
      if (isToGo(JSON.parse(localStorage.getItem(name)))) localStorage.removeItem(name);
    }
  };

  try {
    forget(({ at }) => at < Date.now() - week);
    if (crypto.subtle === undefined) return;
  } catch {
    return; // Storage is switched off: the forms work without drafts.
  }

  let timer;
  document.addEventListener("input", ({ target }) => {
    const form = target.closest(forms);
    if (form === null) return;
    clearTimeout(timer);
    timer = setTimeout(save, waits, form);
  });
  document.addEventListener("submit", ({ target }) => {
    if (target.matches(forms)) {
      sessionStorage.setItem("huiyin.task-sent", commandOf(target));
      // A form that comes back asks for its draft: without what was typed last, an older text would lie over what was sent.
      clearTimeout(timer);
      if (controls(target).length > 0) save(target);
    }
    // A colleague's draft on the same device stays.
    if (target.getAttribute("action") !== "/task/leave") return;
    const mine = sessionStorage.getItem(writer);
    clearTimeout(timer);
    if (mine !== null) forget(({ of: theirs }) => theirs === mine);
    sessionStorage.removeItem(writer);
  });
  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-draft-clear]") !== null) clear();
  });
  document.addEventListener("huiyin:page", () => {
    const own = document.querySelector("[data-draft-of]");
    if (own !== null) sessionStorage.setItem(writer, own.dataset.draftOf);
    if (document.querySelector("[data-task-done]") === null) restore();
    else done();
  });
})();
