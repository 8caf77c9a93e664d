import { section, tags } from "./parts.js";
export const data = { layout: "base.11ty.js" };
export function render(data) {
  const post = { data, date: data.page.date };
  return `<article>
${section(post)}
<h1>${data.title}</h1>
<time datetime="${post.date.toISOString()}">${post.date.toISOString().slice(0, 10)}</time>
<div class="standfirst"><p>${data.summary}</p></div>
${data.content}
${tags(post)}
</article>`;
}
