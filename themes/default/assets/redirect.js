// Sends on from an earlier address to the same place on the page: what follows # in the address is
// lost by the redirect that works without scripts.
"use strict";
{
  const to = new URL(document.currentScript.dataset.to, location.href);
  to.search = location.search;
  to.hash = location.hash;
  location.replace(to);
}
