export const data = {
  layout: "base.11ty.js",
  pagination: { data: "collections.months", size: 1, alias: "month" },
  permalink: (data) => `/archive/${data.month[0]}/index.html`,
};
export function render({ month: [name, posts] }) {
  return `<h1>${name}</h1>\n<ol>\n${posts.map((post) => `<li><a href="${post.url}">${post.data.title}</a></li>`).join("\n")}\n</ol>`;
}
