/* A reader's comforts, loaded before the page is drawn: dark stays dark. */
((page, store) => {
  const READ = 4000; /* milliseconds in which a short sentence is read */
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
    "/": () => {
      const it = page.querySelector("[type=search]") || page.querySelector(".to-search");
      it?.focus();
      it?.click();
    },
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

  const tint = () => {
    if (!root.dataset.theme) return;
    for (const it of all("[name=theme-color]")) it.content = getComputedStyle(page.body).backgroundColor;
  };

  const copier = (it) => {
    const tell = (words) => { it.nextElementSibling.textContent = words; };
    it.hidden = !navigator.clipboard;
    it.onclick = async () => {
      tell(await navigator.clipboard.writeText(location.href).then(() => it.dataset.done, () => it.dataset.failed));
      setTimeout(tell, READ, "");
    };
  };

  const mark = (word) => {
    const last = get("seen");
    const times = all(".story time").map((it) => {
      if (it.dateTime > last) it.closest(".meta").dataset.new = word;
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
    button("theme", dark, () => { set("theme", root.dataset.theme = dark() ? "light" : "dark"); tint(); });
    button("keys", awake, () => set("keys", awake() ? "off" : "on"));
    tint();
    all("[data-do=link]").forEach(copier);
    onresize = () => { for (const it of all("table")) it.tabIndex = it.scrollWidth > it.clientWidth ? 0 : -1; };
    onresize();
    for (const it of all(".front")) mark(it.dataset.new);
  });
})(document, () => localStorage);
