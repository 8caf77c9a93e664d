const nav = new WeakMap();
function header(sections) {
  if (!nav.has(sections)) {
    const items = sections.map((name) => `<li><a href="/sections/${name.toLowerCase()}/">${name}</a></li>`).join("\n");
    nav.set(sections, `<header>\n<p class="nameplate"><a href="/">The Benchmark</a></p>\n<nav aria-label="Sections"><ul>\n${items}\n</ul></nav>\n</header>`);
  }
  return nav.get(sections);
}
export function render(data) {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${data.title ?? data.list?.title ?? ""} - The Benchmark</title>
<link rel="stylesheet" href="/style.css">
<link rel="alternate" type="application/rss+xml" title="The Benchmark" href="/index.xml">
</head>
<body>
${header(data.collections.sections)}
<main>
${data.content}
</main>
<footer><p>The Benchmark is a benchmark.</p></footer>
</body>
</html>
`;
}
