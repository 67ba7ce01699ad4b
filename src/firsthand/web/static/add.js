"use strict";
// The bookmarklet, and what it hands over: a page as it was seen, put into the form and sent by nobody but her.
(() => {
  const link = document.getElementById("bookmark"), desk = location.origin;
  const code = `(()=>{const d=${JSON.stringify(desk)},w=open(d+"/add?url="+encodeURIComponent(location.href)+"#paste");` +
    `const c=document.documentElement.cloneNode(true);c.querySelectorAll("script:not([type='application/ld+json']),style,svg,iframe,canvas,video,noscript,link[rel=stylesheet]").forEach(e=>e.remove());` +
    `const f=e=>{if(e.origin===d&&e.data==="firsthand ready"){removeEventListener("message",f);w.postMessage({firsthand:1,url:location.href,html:"<!doctype html>"+c.outerHTML},d)}};addEventListener("message",f)})()`;
  if (link) {
    link.setAttribute("href", `javascript:${encodeURIComponent(code)}`);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      document.getElementById("handed").textContent = "";
      link.nextElementSibling ? null : link.insertAdjacentText("afterend", " Drag it into your bookmarks; press it there.");
    });
  }
  const MOST = 950000;
  const take = (event) => {
    if (event.source !== window.opener || !event.data || event.data.firsthand !== 1) return;
    const { html, url } = event.data, told = document.getElementById("handed");
    if (typeof html !== "string" || typeof url !== "string") return;
    let from = null;
    try { from = new URL(url); } catch { return; }
    if (from.origin !== event.origin) return;
    if (new Blob([html]).size > MOST) {
      told.textContent = "The page is too large to hand over. Select its text and paste it here.";
      return;
    }
    document.getElementById("text").value = html;
    document.getElementById("url").value = url;
    document.getElementById("urls").value = "";
    told.textContent = `The page of ${from.host} as you saw it, ${Math.ceil(html.length / 1000)} KB. Add it, or change it first.`;
    removeEventListener("message", take);
  };
  if (window.opener) {
    addEventListener("message", take);
    window.opener.postMessage("firsthand ready", "*");
  }
})();
