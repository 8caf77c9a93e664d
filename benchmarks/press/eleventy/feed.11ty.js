const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
export const data = { permalink: "/index.xml" };
export function render({ collections }) {
  const items = collections.newest.slice(0, 50).map((post) =>
    `<item><title>${post.data.title}</title><link>https://example.org${post.url}</link><pubDate>${post.date.toUTCString()}</pubDate><description>${escape(post.content)}</description></item>`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>The Benchmark</title><link>https://example.org/</link>\n${items.join("\n")}\n</channel></rss>`;
}
