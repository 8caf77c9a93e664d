// The benchmark's site for Eleventy: JavaScript templates, its fastest; one list of cards, made once.
const SIZE = 10;
const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-");

function groups(posts, names) {
  const found = new Map();
  for (const post of posts) {
    for (const name of names(post)) {
      if (!found.has(name)) found.set(name, []);
      found.get(name).push(post);
    }
  }
  return found;
}

function pages(base, title, posts) {
  const count = Math.ceil(posts.length / SIZE);
  const url = (number) => (number === 1 ? `${base}/` : `${base}/page/${number}/`);
  return Array.from({ length: count }, (_, index) => ({
    title,
    url: url(index + 1),
    posts: posts.slice(index * SIZE, (index + 1) * SIZE),
    newer: index > 0 ? url(index) : null,
    older: index + 1 < count ? url(index + 2) : null,
  }));
}

export default function (config) {
  config.addPassthroughCopy("style.css");
  let newest;
  const sorted = (api) => (newest ??= api.getFilteredByGlob("posts/*.md").sort((a, b) => b.date - a.date));
  config.addCollection("newest", sorted);
  config.addCollection("sections", (api) => [...groups(sorted(api), (post) => [post.data.section]).keys()].sort());
  config.addCollection("lists", (api) => {
    const posts = sorted(api);
    const made = pages("", "The Benchmark", posts);
    for (const [name, some] of groups(posts, (post) => [post.data.section])) made.push(...pages(`/sections/${slug(name)}`, name, some));
    for (const [name, some] of groups(posts, (post) => post.data.topics)) made.push(...pages(`/tags/${slug(name)}`, name, some));
    return made;
  });
  config.addCollection("months", (api) => [...groups(sorted(api), (post) => [post.date.toISOString().slice(0, 7)])]);
  config.addFilter("slug", slug);
  return { dir: { input: ".", output: "_site" }, markdownTemplateEngine: false };
}
