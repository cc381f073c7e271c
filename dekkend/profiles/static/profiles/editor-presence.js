// Who else is writing in this draft now? Asked every ten seconds, and not while nobody looks.

const EVERY = 10000;

export function follow(form) {
  const others = document.querySelector("[data-others]");
  const contents = document.querySelector("[data-toc]");
  let timer = 0;
  const ask = async () => {
    clearTimeout(timer);
    if (document.hidden) return;
    try {
      const address = `${form.dataset.here}?part=${encodeURIComponent(form.dataset.part)}`;
      const response = await fetch(address, { redirect: "manual", headers: { Accept: "application/json" } });
      if (response.ok) show(await response.json());
    } catch {
      // No connection: the line that saves says so.
    }
    timer = setTimeout(ask, EVERY);
  };
  const show = (answer) => {
    if (others.innerHTML.trim() !== answer.others.trim()) others.innerHTML = answer.others;
    if (!contents.contains(document.activeElement) && !contents.querySelector(":popover-open")) contents.innerHTML = answer.toc;
    form.querySelector("[name=csrfmiddlewaretoken]").value = answer.token;
  };
  document.addEventListener("visibilitychange", ask);
  timer = setTimeout(ask, EVERY);
}
