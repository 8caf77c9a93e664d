const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
const day = (date) => date.toISOString().slice(0, 10);
export const tags = (post) =>
  `<ul class="tags">\n${post.data.topics.map((tag) => `<li><a href="/tags/${slug(tag)}/">${tag}</a></li>`).join("\n")}\n</ul>`;
export const section = (post) =>
  `<p class="section"><a href="/sections/${post.data.section.toLowerCase()}/">${post.data.section}</a></p>`;
const cards = new Map();
export function card(post) {
  if (!cards.has(post.url)) {
    cards.set(post.url, `<article class="card">
${section(post)}
<h2><a href="${post.url}">${post.data.title}</a></h2>
<time datetime="${post.date.toISOString()}">${day(post.date)}</time>
<div class="summary"><p>${post.data.summary}</p></div>
${tags(post)}
</article>`);
  }
  return cards.get(post.url);
}
