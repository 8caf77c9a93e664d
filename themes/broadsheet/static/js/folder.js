/* For a site that is read from its folder: browsers list files for a folder's address, and load no search from there. */
addEventListener("DOMContentLoaded", () => {
  if (location.protocol !== "file:") return;
  for (const it of document.querySelectorAll("a[href$='/']")) if (it.protocol === "file:") it.pathname += "index.html";
  for (const it of document.querySelectorAll("form.search")) {
    document.querySelector("[role=status]").textContent = it.dataset.broken;
  }
});
