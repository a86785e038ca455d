// Opens a task: takes the token out of the address, so that it stays in no history, log or Referer, and posts it.
// Nothing is done to the case by opening it; acting asks for the digits that a person types.
(() => {
  const key = "huiyin.task";
  const entry = document.querySelector("[data-task-entry]");
  if (entry === null) return;

  // The task's own page has places to go to, whose names are words; a token is longer than any of them.
  const isPlace = (fragment) => fragment.length < 40 && /^[a-z]*(-[a-z]+\d*)*$/i.test(fragment);
  const fromAddress = location.hash.slice(1);
  if (!isPlace(fromAddress)) {
    sessionStorage.setItem(key, fromAddress);
    history.replaceState(null, "", location.pathname + location.search);
  }
  const token = sessionStorage.getItem(key);
  const retry = entry.querySelector("[data-task-retry]");

  const show = (state) => {
    for (const part of entry.querySelectorAll("[data-task]")) part.hidden = part.dataset.task !== state;
    retry.hidden = state !== "failed";
  };

  const putInPlace = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    document.title = page.title;
    document.documentElement.lang = page.documentElement.lang;
    document.body.replaceChildren(...page.body.childNodes);
    (document.querySelector("[autofocus]") ?? document.querySelector("h1"))?.focus();
    document.dispatchEvent(new Event("huiyin:page"));
  };

  const open = async () => {
    show("opening");
    try {
      const answer = await fetch(entry.dataset.taskEntry, { method: "POST", body: new URLSearchParams({ token }) });
      putInPlace(await answer.text());
    } catch {
      show("failed");
    }
  };

  // Whoever signs out leaves no task behind in the tab.
  document.addEventListener("submit", ({ target }) => {
    if (target.getAttribute("action") === "/task/leave") sessionStorage.removeItem(key);
  });
  // A new link opened in the same tab only changes the fragment.
  window.addEventListener("hashchange", () => {
    if (!isPlace(location.hash.slice(1))) location.reload();
  });
  retry.addEventListener("click", open);
  if (token === null) show("missing");
  else open();
})();
