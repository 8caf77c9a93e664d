import { card } from "./_includes/parts.js";
export const data = {
  layout: "base.11ty.js",
  pagination: { data: "collections.lists", size: 1, alias: "list" },
  permalink: (data) => `${data.list.url}index.html`,
};
export function render({ list }) {
  const newer = list.newer ? `<a rel="prev" href="${list.newer}">Newer</a>` : "";
  const older = list.older ? `<a rel="next" href="${list.older}">Older</a>` : "";
  return `<h1>${list.title}</h1>\n${list.posts.map(card).join("\n")}\n<nav aria-label="Pages">\n${newer}\n${older}\n</nav>`;
}
