// Gives each commitment a button that copies its address. Without it the link leads there.
"use strict";
{
  const [copy, copied] = document.currentScript.dataset.say.split("|");
  const page = document.querySelector("link[rel=canonical]")?.href ?? location.origin + location.pathname;
  // Others cannot go to an address on a disk.
  const links = page.startsWith("http") ? document.querySelectorAll(".here a") : [];
  let said;
  for (const link of links) {
    link.insertAdjacentHTML("afterend", ' <button type="button"></button> <span class="address" role="status"></span>');
    const [button, status] = link.parentNode.querySelectorAll("button, span");
    const promise = link.closest("li").querySelector(".promise").textContent;
    button.textContent = copy;
    button.setAttribute("aria-label", `${copy}: ${promise}`);
    button.onclick = async () => {
      said?.replaceChildren();
      said = status;
      const address = page + link.hash;
      try {
        await navigator.clipboard.writeText(address);
        status.textContent = copied;
      } catch {
        status.textContent = address;
        getSelection().selectAllChildren(status);
      }
    };
  }
}
