/* A reader's comforts, loaded before the page is drawn: dark stays dark. */
((page, store) => {
  const root = page.documentElement;
  const get = (key) => { try { return store()[key]; } catch { return undefined; } };
  const set = (key, value) => { try { store()[key] = value; } catch {} };
  const all = (what) => [...page.querySelectorAll(what)];

  const dark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const awake = () => get("keys") !== "off";

  const step = (way) => {
    const links = all(".headline a, .dated li > a");
    links[links.indexOf(page.activeElement) + way]?.focus();
  };
  const keys = {
    "/": () => page.querySelector("[type=search], .to-search")?.focus(),
    j: () => step(1),
    k: () => step(-1),
  };

  const button = (name, pressed, press) => {
    const it = page.querySelector(`[data-do=${name}]`);
    const show = () => it.setAttribute("aria-pressed", pressed());
    if (!it) return;
    it.onclick = () => { press(); show(); };
    show();
  };

  const mark = () => {
    const last = get("seen");
    const times = all(".story time").map((it) => {
      it.closest(".story").classList.toggle("new", it.dateTime > last);
      return it.dateTime;
    });
    if (times.length) set("seen", times.sort().at(-1));
  };

  if (get("theme")) root.dataset.theme = get("theme");
  root.classList.add("js");
  page.addEventListener("keydown", (event) => {
    const busy = event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea");
    if (busy || !keys[event.key] || !awake()) return;
    event.preventDefault();
    keys[event.key]();
  });
  page.addEventListener("DOMContentLoaded", () => {
    button("theme", dark, () => set("theme", root.dataset.theme = dark() ? "light" : "dark"));
    button("keys", awake, () => set("keys", awake() ? "off" : "on"));
    for (const it of all("[data-do=link]")) {
      it.onclick = () => navigator.clipboard?.writeText(location.href).then(() => { it.textContent = it.dataset.done; });
    }
    onresize = () => { for (const it of all("table")) it.tabIndex = it.scrollWidth > it.clientWidth ? 0 : -1; };
    onresize();
    if (page.querySelector(".home")) mark();
  });
})(document, () => localStorage);
