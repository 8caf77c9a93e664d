/* Search: the query and the topic live in the address; Pagefind finds, this page shows. */
const form = document.querySelector("form.search");
const list = document.querySelector(".found");
const status = document.querySelector("[role=status]");
const more = document.querySelector(".more");
const words = form.dataset;
const STEP = 10;
const NEWEST = "newest";
/* A large site's years are indexes of their own: their names, the newest first; none where there is but one. */
let bundles = [];
let turn = 0;

const element = (name, className, text = "") => Object.assign(document.createElement(name), { className, textContent: text });

/* What a reader typed may run the other way than the sentence it stands in. */
const say = (text, values) => {
  const line = element("span", "");
  line.append(...text.split(/\{(\w+)\}/).map((part, at) => at % 2 ? element("bdi", "", values[part]) : part));
  status.replaceChildren(line);
};

/* A headline or excerpt says its language where it is not the page's, and that it runs the other way where it does. */
const RIGHT_TO_LEFT = /^\P{L}*[\u0590-\u08FF\uFB1D-\uFEFC]/u;
const tongued = (it, lang) => {
  if (lang) it.lang = lang;
  const dir = RIGHT_TO_LEFT.test(it.textContent) ? "rtl" : "ltr";
  if (dir !== document.documentElement.dir) it.dir = dir;
  return it;
};

const engine = (async () => {
  const index = new URL(words.index, location);
  const pagefind = await import(index);
  const listed = await fetch(new URL("bundles.json", index));
  const older = listed.ok ? await listed.json() : [];
  if (older.length) bundles = [NEWEST, ...older];
  /* How often a word is said counts for little: an article that holds every word of the query comes first. */
  const ranking = { termSaturation: 0.4, termFrequency: 0.4, pageLength: 0.1 };
  const options = (bundle) => ({ excerptLength: 28, ranking, ...(older.length && { mergeFilter: { bundle } }) });
  await pagefind.options(options(NEWEST));
  await pagefind.init();
  const merge = (name) => pagefind.mergeIndex(new URL(`${name}/`, index).pathname, options(name));
  await Promise.all(older.map(merge));
  return pagefind;
})();

const ask = async (words, options) => (await (await engine).search(words || null, options)).results;

const bare = (text) => text.replace(/\s+/g, " ").trim();

const full = (raw) => bare(raw.replaceAll("\u200B", ""));

const parse = (html) => new DOMParser().parseFromString(html, "text/html").body;

/* How many letters of an excerpt are the headline's, with which an article's text begins and which stands above already. */
const repeated = (shown, text, { title }) => {
  const left = text.startsWith(title) ? title.length - text.indexOf(bare(shown)) : 0;
  return left > 0 && left <= title.length ? left + shown.slice(left).search(/[^\s.]|$/) : 0;
};

/* Excerpts come as text with <mark> around what was found: built from text, never parsed as markup of the page. An
   ellipsis stands where the text goes on. */
const excerpt = (found) => {
  const line = element("p", "summary");
  const parsed = parse(whole(found));
  const shown = parsed.textContent;
  const text = parse(full(found.raw_content)).textContent;
  const cut = bare(full(shown));
  const at = text.indexOf(cut);
  let over = repeated(shown, text, found.meta);
  if (at > 0 && !over) line.append("… ");
  for (const node of parsed.childNodes) {
    const part = node.textContent.slice(over);
    over = Math.max(0, over - node.textContent.length);
    if (part) line.append(node.nodeName === "MARK" ? element("mark", "", part) : part);
  }
  if (at >= 0 && at + cut.length < text.length) line.append(" …");
  return line;
};

/* Pagefind takes 12 000 for two words and may cut between them: an excerpt gets back the rest of its first and last. */
export const whole = ({ raw_content: raw, excerpt: html, plain_excerpt: cut }) => {
  const text = full(raw);
  const plain = bare(cut);
  const [before, ...after] = text.split(plain);
  const [begun] = after.length && /^\d{3}\b/.test(plain) ? before.match(/(?:\b\d{1,3} )*$/) : [""];
  const [left] = after.length && /\b\d{1,3}$/.test(plain) ? after[0].match(/^(?: \d{3}\b)*/) : [""];
  return begun + html + left;
};

const item = (found) => {
  const { url, meta } = found;
  const story = element("li", "story");
  const headline = element("h2", "headline");
  const link = element("a", "", meta.title);
  link.href = url;
  headline.append(link);
  const line = excerpt(found);
  story.append(tongued(headline, meta.lang), tongued(line, meta.lang), element("p", "meta", [meta.day, meta.source, meta.author].filter(Boolean).map(bare).join(" · ")));
  return story;
};

const load = (results, from, n = STEP) => Promise.all(results.slice(from, from + n).map((result) => result.data()));

/* A query as typed, and without its signs: the index keeps a word with signs inside in its parts, too, those of one letter
   left out. */
const SIGNED = /\S*[^\s\p{L}\p{N}\p{M}]\S*/gu;
const PARTS = /[^\p{L}\p{N}\p{M}]+|(?<=\p{Ll})(?=\p{Lu})|(?<=[\p{L}\p{M}])(?=\p{N})|(?<=\p{N})(?=\p{L})/u;
const parts = (word) => {
  const all = word.split(PARTS).filter(Boolean);
  return all.length > 1 ? all.filter((part) => part.length > 1) : all;
};
const forms = (query) => [...new Set([query, bare(query.replace(SIGNED, (word) => parts(word).join(" "))) || query])];

/* A query whose words nobody wrote, by how they begin: slips of the hand are rarer there. */
const LONG = 6; /* letters: of a shorter word too little would be left */
const begun = (query) => query.replace(/[\p{L}\p{M}]+/gu, (word) => word.length < LONG ? word : `${word.slice(0, word.length * 2 / 3)}…`);

/* A query with the article of each Arabic and Hebrew word, where it has none, and without it where it has: they are one word. */
const turned = (query) => query.replace(/[\p{Script=Arabic}\p{Script=Hebrew}]+/gu, (word) => {
  const stem = word.replace(/^(?:\u0627\u0644|\u05d4)/, "");
  return stem === word ? (/\p{Script=Arabic}/u.test(word) ? "\u0627\u0644" : "\u05d4") + word : stem;
});

/* Letters and figures as Pagefind keeps them: small, without accents and signs. */
const fold = (text) => bare(text.toLowerCase().normalize("NFD").replace(/[^\p{L}\p{N}\s]+/gu, ""));

/* Whether a word begins so in a text, whole or in one of its parts. */
const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u; /* nothing stands before a word */
const begins = (word, text) => UNPARTED.test(word)
  ? fold(text).includes(fold(word))
  : [text, text.split(PARTS).join(" ")].some((read) => ` ${fold(read)}`.includes(` ${fold(word)}`));

/* Whether an index has every word. Of one that it has not, Pagefind finds the longest that this one begins with ("the" for
   theatre): only what is quoted it takes for itself or nothing. It knows words by their stems, though, so that what is
   found of one that is still being typed ("installa") may be no less right: the first finds tell. */
const SAMPLE = 3;
const has = async (asked, results, options) => {
  const read = (await load(results, 0, SAMPLE)).map(({ meta, raw_content: raw }) => [...Object.values(meta), raw].join(" "));
  const missing = asked.filter((word) => !read.some((text) => begins(word, text)));
  const known = await Promise.all(missing.map((word) => exactly(word, options)));
  return known.every((found) => found.size);
};

/* Which results hold a word, or words together, whole. */
const exactly = async (text, options) => new Set((await ask(`"${text}"`, options)).map(({ id }) => id));

/* What one index has of a query, where it has all its words. Each result says whether they stand in it as asked for, whole
   and together: "EV" is no "every". */
const consult = async (query, options) => {
  const [results, whole] = await Promise.all([ask(query, options), exactly(query, options)]);
  for (const result of results) result.whole = whole.has(result.id);
  return whole.size || !results.length || await has(query.split(/\s+/), results, options) ? results : [];
};

/* The same question to each bundle by itself, the newest first: what one has no other need have. */
const consultEach = (query, { filters, ...options }) => Promise.all((bundles.length ? bundles : [""]).map((bundle) =>
  consult(query, { ...options, filters: { ...filters, ...(bundle && { bundle }) } })));

const better = (one, other) => other.whole - one.whole || other.score - one.score;

/* Each bundle weighs words by itself, so that merging may put a headline far down: look for it at the top of each. */
const raised = async (results, each, same) => {
  const tops = each.flatMap((found) => found.slice(0, STEP));
  const place = (await load(tops, 0, tops.length)).findIndex(same);
  return place < 0 ? results : [tops[place], ...results.filter(({ id }) => id !== tops[place].id)];
};

/* What a query finds: the results, the first of them with a headline that is the query itself before all others, and
   what was asked, which is another query where this one finds nothing. */
export const find = async (query, topic) => {
  let found;
  for (const asked of new Set([query, turned(query), begun(query)])) {
    found = await findAll(asked, topic);
    if (found.results.length) break;
  }
  return found;
};

const findAll = async (query, topic) => {
  const options = { ...(topic && { filters: { topic } }), ...(!query && { sort: { date: "desc" } }) };
  const same = ({ meta }) => bare(meta.title) === bare(query);
  let best;
  for (const form of forms(query)) {
    const each = await consultEach(form, options);
    const found = form ? each.flat().sort(better) : each.flat();
    const results = each.length > 1 && form.includes(" ") ? await raised(found, each, same) : found;
    const first = await load(results, 0);
    const sorted = [...first.filter(same), ...first.filter((data) => !same(data))];
    if (!best?.results.length || first.some(same)) best = { results, first: sorted, asked: query };
    if (first.some(same)) break;
  }
  return best;
};

const add = async (results, loaded) => {
  const mine = turn;
  const shown = list.children.length;
  const data = loaded ?? await load(results, shown);
  if (mine !== turn) return;
  list.append(...data.map(item));
  more.hidden = list.children.length >= results.length;
  more.onclick = async () => { await add(results); list.children[shown + STEP]?.querySelector("a").focus(); };
};

const search = async () => {
  const mine = ++turn;
  const query = form.q.value.trim();
  const topic = form.topic?.value;
  if (!query && !topic) { list.replaceChildren(); more.hidden = true; status.textContent = words.ready; return; }
  const { results, first, asked } = await find(query, topic);
  if (mine !== turn) return;
  const n = results.length;
  say(n ? (n === 1 ? words.one : words.many) : words.none, { n, query: (n ? asked : query) || topic });
  document.querySelector(".help").hidden = n > 0;
  list.replaceChildren();
  await add(results, first);
};

const remember = () => {
  const address = new URL(location);
  for (const name of ["q", "topic"]) {
    if (form[name]?.value) address.searchParams.set(name, form[name].value);
    else address.searchParams.delete(name);
  }
  history.replaceState(null, "", address);
};

const recall = () => {
  const asked = new URL(location).searchParams;
  form.q.value = asked.get("q") ?? "";
  if (form.topic) form.topic.value = asked.get("topic") ?? "";
};

let waiting;
form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => { remember(); run(); }, 200); });
form.addEventListener("submit", (event) => { event.preventDefault(); remember(); run(); });
const run = () => search().catch(() => { status.textContent = words.broken; document.querySelector(".help").hidden = false; });

recall();
if (!location.search) form.q.focus();
run();
