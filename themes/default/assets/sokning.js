// What searches: it reads the index, finds words, weighs documents and makes results. The rules of
// words are those of the program, which stand in the index: src/search/table.rs.
"use strict";
S("sokning", (root, { load, say, make, page }) => {
  const RULES = root.r;
  const WEIGHT = [0, 1, 2.2, 4];
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUE = new Uint8Array(128);
  for (let n = 0; n < 64; n++) VALUE[DIGITS.charCodeAt(n)] = n;

  // Words, as src/search/words.rs has them.
  const stop = new Set(RULES.stop);
  const vowel = (c) => RULES.vowels.includes(c);
  const anyVowel = (letters) => letters.some(vowel);

  function plain(word) {
    let out = "";
    for (const c of word.replaceAll("\u00AD", "").toLowerCase().normalize("NFC")) {
      if (RULES.marked.includes(c)) out += c;
      else out += RULES.readAs[c] ?? c.normalize("NFD").replace(/\p{M}/gu, "");
    }
    return out.length > RULES.longest ? Array.from(out).slice(0, RULES.longest).join("") : out;
  }

  function split(text) {
    const words = [];
    for (const { 0: raw, index } of text.normalize("NFC").matchAll(/[\p{Alphabetic}\p{N}\p{M}\u00AD]+/gu)) {
      const form = plain(raw);
      words.push({ form, raw, stopped: stop.has(form), from: index, to: index + raw.length });
    }
    return words;
  }

  function stem(word) {
    if (/[0-9]/.test(word)) return word;
    let letters = Array.from(word);
    const final = (orVowel) => {
      const n = letters.length;
      const before = letters[n - 2];
      if (n < 4 || letters[n - 1] !== "s") return false;
      const consonant = n >= 5 && !vowel(before) && !RULES.noSAfter.includes(before);
      return (consonant || (orVowel && n >= 6 && (before === "a" || before === "e"))) && anyVowel(letters.slice(0, -1));
    };
    const ends = (of, text) => of.length >= text.length && of.slice(of.length - text.length).join("") === text;
    let afterConsonant = false;
    if (final(true)) {
      letters.pop();
      afterConsonant = !"ae".includes(letters.at(-1));
    }
    for (const [text, after, leaves, unlessS] of RULES.endings) {
      if ((unlessS && afterConsonant) || !ends(letters, text)) continue;
      const left = letters.slice(0, letters.length - text.length);
      if (left.length < leaves || !anyVowel(left)) continue;
      if (after.length > 0 && !after.some((one) => ends(left, one))) continue;
      letters = left;
      break;
    }
    if (final(false)) letters.pop();
    const n = letters.length;
    const single = letters.slice(0, -1).join("");
    if (n > 3 && letters[n - 1] === letters[n - 2] && !vowel(letters[n - 1]) && !stop.has(single)) return single;
    return letters.join("");
  }

  const filed = (word) =>
    Array.from(word, (c) => RULES.filedAs[c] ?? (/[a-z0-9]/.test(c) ? c : "x")).join("");

  // The index.
  const groups = root.p === "" ? [] : root.p.split("|").map((group) => {
    const [name, base, digest] = group.split(" ");
    return { name, base: parseInt(base, 10), place: base.endsWith("!"), digest };
  });
  const places = new Set(groups.filter(({ place }) => place).map(({ base }) => base));
  const starts = root.w === undefined ? (root.t ?? "").split("|").map((one) => one.split(" ")) : [["", ""]];
  const script = (name, digest) => load(`sok/${name}.js?${digest}`, name);

  function* entries(text) {
    let before = "";
    if (text === "") return;
    for (const entry of text.split("|")) {
      const gap = entry.indexOf(" ");
      const word = before.slice(0, Number(entry[0])) + (gap < 0 ? entry.slice(1) : entry.slice(1, gap));
      yield { word, list: gap < 0 ? null : entry.slice(gap + 1) };
      before = word;
    }
  }

  const files = new Map();
  function words(n) {
    if (!files.has(n)) {
      const text = root.w === undefined ? script("t-" + starts[n][0], starts[n][1]) : Promise.resolve(root.w);
      files.set(n, text.then((text) => Array.from(entries(text))));
    }
    return files.get(n);
  }
  function fileOf(word) {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle][0] <= word) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Passes the number and level of each document of a list. */
  function each(list, take) {
    let at = 1;
    const number = () => {
      let value = 0;
      for (let shift = 0; ; shift += 5) {
        const digit = VALUE[list.charCodeAt(at++)];
        value |= (digit & 31) << shift;
        if (digit < 32) return value;
      }
    };
    let next = 0;
    if (list[0] === "s") {
      while (at < list.length) {
        const value = number();
        next += value >> 2;
        take(next++, value & 3);
      }
    } else if (list[0] === "r") {
      while (at < list.length) {
        next += number();
        const value = number();
        for (let more = value >> 2; more >= 0; more--) take(next++, value & 3);
      }
    } else if (list.length > 1) {
      next = number();
      for (; at < list.length; at++, next += 3) {
        const digit = VALUE[list.charCodeAt(at)];
        for (let place = 0; place < 3; place++) {
          const level = (digit >> (2 * place)) & 3;
          if (level) take(next + place, level);
        }
      }
    }
  }

  // Words that are meant.
  const DOTTED = { a: "åä", o: "ö" };
  /** Whether a word is what was typed, or what was typed without dots; never the other way round. */
  function dots(typed, word) {
    if (typed.length !== word.length) return false;
    for (let n = 0; n < typed.length; n++) {
      if (typed[n] !== word[n] && !DOTTED[typed[n]]?.includes(word[n])) return false;
    }
    return true;
  }
  const sound = (word) =>
    word.replace(/[cq]/g, "k").replace(/w/g, "v").replace(/z/g, "s").replace(/th/g, "t").replace(/ph/g, "f").replace(/(.)\1/g, "$1");

  function rate(typed, heard, word) {
    if (word === typed) return 1;
    if (dots(typed, word)) return 0.9;
    if (Math.abs(word.length - typed.length) < 3 && dots(heard, sound(word))) return 0.8;
    if (typed.length < 3) return 0;
    if (word.startsWith(typed)) return 0.5;
    const alike = heard.length > 3 && dots(heard, sound(word).slice(0, heard.length));
    return alike || dots(typed, word.slice(0, typed.length)) ? 0.4 : 0;
  }

  /** Whether one letter is wrong, missing or too many, or two have changed places. */
  function near(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    let from = 0;
    while (from < a.length && a[from] === b[from]) from++;
    let [i, j] = [a.length, b.length];
    while (i > from && j > from && a[i - 1] === b[j - 1]) [i, j] = [i - 1, j - 1];
    if (i - from <= 1 && j - from <= 1) return true;
    return i - from === 2 && j - from === 2 && a[from] === b[from + 1] && a[from + 1] === b[from];
  }

  const MOST = 400;
  /** The terms that a word may mean, the best first. */
  async function candidates(typed, { wide, slips, form = typed }) {
    const heard = sound(typed);
    const key = filed(typed);
    // A number is only itself or, while it is being typed, the beginning of one.
    const isNumber = /[0-9]/.test(typed);
    const number = (word) => (word === typed ? 1 : wide && typed.length > 2 && word.startsWith(typed) ? 0.5 : 0);
    // What is typed without dots may have lost another ending.
    const text = (word) => Math.max(rate(typed, heard, word), form !== typed && dots(form, word) ? 0.9 : 0);
    const valued = isNumber ? number : text;
    const own = fileOf(key);
    const hand = [own];
    const rated = async (numbers) => {
      const found = [];
      for (const list of await Promise.all(numbers.map(words))) {
        for (const entry of list) {
          const value = valued(entry.word);
          if (value) found.push({ ...entry, rate: value });
        }
      }
      return found;
    };
    let found = await rated(hand);
    if (wide || found.length === 0) {
      for (let n = own + 1; n < starts.length && hand.length < 4 && starts[n][0].startsWith(key); n++) hand.push(n);
      found = await rated(hand);
    }
    if (found.length === 0 && slips && typed.length > 4 && !isNumber) found = await misspelt(typed, key, hand);
    found.sort((a, b) => b.rate - a.rate || a.word.length - b.word.length || (a.word < b.word ? -1 : 1));
    return found.slice(0, MOST);
  }

  async function misspelt(typed, key, hand) {
    const close = (list) =>
      list.filter(({ word }) => near(typed, word) && filed(word[0]) === key[0]).map((entry) => ({ ...entry, rate: 0.3 }));
    const known = (await Promise.all(hand.map(words))).flatMap(close);
    if (known.length > 0 || root.w !== undefined || !(root.v ?? "").includes(key[0])) return known;
    const vocabulary = await script("v-" + key[0], root.d);
    const meant = close(Array.from(entries(vocabulary))).slice(0, 4);
    const lists = await Promise.all(meant.map(({ word }) => words(fileOf(filed(word)))));
    return meant.map((one, n) => ({ ...lists[n].find(({ word }) => word === one.word), rate: 0.3 }));
  }

  // Places that the archive does not have. One that is an ordinary word too must be typed as a name.
  const absent = (root.a ?? "").split("|").filter(Boolean).map((one) => {
    const name = one.replace("!", "");
    return { name, isWord: name !== one, forms: split(name).map(({ form }) => form) };
  });
  /** Those of them that a query names. */
  function absentIn(query) {
    const typed = split(query);
    const stands = (forms, at, same) =>
      forms.every((form, n) => {
        const own = typed[at + n]?.form ?? "";
        return same(own, form) || (n === forms.length - 1 && same(own, form + "s"));
      });
    const equal = (own, form) => own === form;
    const asName = (forms, at) => /^\p{Lu}/u.test(typed[at].raw) || typed[at + forms.length]?.form === "kommun";
    const named = typed.flatMap((_, at) => {
      const of = (same) => absent.filter(({ isWord, forms }) => stands(forms, at, same) && (!isWord || asName(forms, at)));
      const exact = of(equal);
      return (exact.length > 0 ? exact : of(dots)).map(({ name }) => name);
    });
    return Array.from(new Set(named));
  }

  /** The words of a query, each with the terms that it may mean. */
  async function meaning(query, typing) {
    const all = split(query);
    const skipped = all.filter(({ form, stopped }) => stopped || Array.from(form).length < 2);
    const forms = Array.from(new Set(all.filter((word) => !skipped.includes(word)).map(({ form }) => form)));
    const asked = [];
    const inParts = [];
    for (const [n, form] of forms.entries()) {
      const typed = stem(form);
      const wide = typing && n === forms.length - 1;
      const found = await candidates(typed, { wide, slips: true, form });
      if (found.length === 0 && form.length >= 8) {
        const parts = await divided(form);
        if (parts) {
          asked.push(...parts);
          inParts.push(form);
          continue;
        }
      }
      asked.push({ typed, found });
    }
    const named = new Map(skipped.map(({ form, raw }) => [form, raw]));
    return { asked, inParts, skipped: Array.from(named.values()) };
  }

  /** A long word as two that the archive has: the last itself, the first at least as a beginning. */
  async function divided(form) {
    let best = null;
    for (let at = 3; at <= form.length - 4; at++) {
      const [first, last] = [stem(form.slice(0, at)), stem(form.slice(at))];
      const found = (await candidates(last, { wide: false, slips: false })).filter(({ rate }) => rate >= 0.9);
      if (last.length < 4 || found.length === 0) continue;
      const least = at < 4 ? 0.9 : 0.5;
      const before = (await candidates(first, { wide: true, slips: false })).filter(({ rate }) => rate >= least);
      if (before.length === 0) continue;
      const value = before[0].rate + found[0].rate + last.length / 100;
      if (!best || value > best.value) best = { value, parts: [{ typed: first, found: before }, { typed: last, found }] };
    }
    return best?.parts;
  }

  // Choices.
  const facets = new Map();
  function facet(name) {
    if (!facets.has(name)) {
      const own = root.f?.find(([known]) => known === name)?.[1];
      facets.set(name, own ? Promise.resolve(own) : script("f-" + name, root.d));
    }
    return facets.get(name);
  }
  async function mask(chosen) {
    let allowed = null;
    for (const [name, value] of chosen) {
      const folded = value.toLowerCase();
      const choice = (await facet(name)).find(([known]) => known.toLowerCase() === folded);
      const mine = new Uint8Array(root.n);
      if (choice) each(choice[3], (number) => (mine[number] = 1));
      allowed = allowed ? allowed.map((one, n) => one & mine[n]) : mine;
    }
    return allowed;
  }
  let years;
  async function yearOf() {
    if (!years) {
      years = new Int16Array(root.n);
      for (const [year, , , list] of await facet("ar")) each(list, (number) => (years[number] = Number(year)));
    }
    return years;
  }

  /** The numbers of the documents that match, the best first, and whether they have all words that tell
      documents apart: a word that most documents have is not required. */
  async function match(asked, chosen) {
    const allowed = await mask(chosen);
    const score = new Float32Array(root.n);
    const any = new Uint8Array(root.n);
    const rare = new Uint8Array(root.n);
    const exact = new Uint8Array(root.n);
    let required = 0;
    for (const word of asked) {
      const { found } = word;
      const best = new Float32Array(root.n);
      for (const { list, rate } of found) {
        each(list, (number, level) => {
          best[number] = Math.max(best[number], WEIGHT[level] * rate);
          if (level === 3 && rate > 0.8) exact[number]++;
        });
      }
      let count = 0;
      for (const value of best) if (value > 0) count++;
      const rarity = Math.log(1 + root.docs / Math.max(1, count));
      const isRare = count <= root.docs / 2;
      word.weight = isRare ? 1 : 0.1;
      if (isRare) required++;
      for (let n = 0; n < root.n; n++) {
        if (best[n] === 0) continue;
        any[n]++;
        if (isRare) rare[n]++;
        score[n] += best[n] * rarity;
      }
    }
    const highest = (of) => of.reduce((most, value, n) => (value > most && (!allowed || allowed[n]) ? value : most), 0);
    const matched = highest(rare) > 0 ? rare : any;
    const most = highest(matched);
    const hits = [];
    if (most > 0 || asked.length === 0) {
      for (let n = 0; n < root.n; n++) {
        if (matched[n] !== most || (allowed && !allowed[n])) continue;
        // A place that is asked for by its name comes before what was written there.
        if (places.has(n) && asked.length > 0 && exact[n] >= asked.length) score[n] *= 1.5;
        hits.push(n);
      }
    }
    const year = hits.length > 1 ? await yearOf() : null;
    hits.sort((a, b) => score[b] - score[a] || year[b] - year[a] || a - b);
    const isWhole = required > 0 ? matched === rare && most === required : most === asked.length;
    return { hits, isWhole };
  }

  // Results.
  async function record(number) {
    let [low, high] = [0, groups.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (groups[middle].base <= number) low = middle;
      else high = middle - 1;
    }
    const { name, base, digest } = groups[low];
    const part = Math.floor((number - base) / root.g);
    return (await script(`d-${name}-${part}`, digest))[(number - base) % root.g];
  }

  /** What a word may end in as a compound. */
  const endings = (word) => Array.from({ length: Math.max(0, word.length - 4) }, (_, n) => word.slice(n + 1));
  /** Where the asked words stand in a text, each with which of them it is. */
  function marks(text, asked) {
    const found = [];
    for (const [begin, end] of stretches(text, asked)) {
      for (const { form, stopped, from, to } of split(text.slice(begin, end))) {
        if (stopped || Array.from(form).length < 2) continue;
        const own = stem(form);
        const n = asked.findIndex(({ terms }) => terms.has(own) || endings(own).some((part) => terms.has(part)));
        if (n >= 0) found.push({ from: begin + from, to: begin + to, n, own, weight: asked[n].weight ?? 1 });
      }
    }
    return found;
  }

  const WHOLE = 50000;
  /** The parts of a text that are read word by word: all of it, or, of megabytes, the surroundings of
      where the best terms stand, a few for each. A term is the beginning of its words. */
  function stretches(text, asked) {
    if (text.length <= WHOLE) return [[0, text.length]];
    const lower = text.toLowerCase();
    const all = [];
    for (const { terms } of asked) {
      for (const term of Array.from(terms).slice(0, 8)) {
        let at = -1;
        for (let n = 0; n < 8 && (at = lower.indexOf(term, at + 1)) >= 0; n++) {
          all.push([Math.max(0, at - 400), Math.min(text.length, at + 400)]);
          at += 400;
        }
      }
    }
    all.sort((a, b) => a[0] - b[0]);
    const out = [];
    for (const [from, to] of all) {
      const last = out.at(-1);
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else out.push([from, to]);
    }
    // A word that is cut at an edge is left out.
    return out.map(([from, to]) => {
      const [first, last] = [text.indexOf(" ", from), text.lastIndexOf(" ", to)];
      return [from > 0 && first >= 0 && first < to ? first : from, to < text.length && last > from ? last : to];
    });
  }
  /** How many of the asked words are marked; those that most documents have count little. */
  const distinct = (found, besides = new Set()) => {
    const weights = new Map(found.filter(({ n }) => !besides.has(n)).map(({ n, weight }) => [n, weight]));
    return Array.from(weights.values()).reduce((sum, weight) => sum + weight, 0);
  };

  /** A text with its marks, or as much of it as `[from, to]` says. */
  function marked(text, found, [from, to] = [0, text.length]) {
    const out = [];
    let at = from;
    for (const mark of found) {
      if (mark.from < from || mark.to > to) continue;
      out.push(text.slice(at, mark.from), make("mark", { textContent: text.slice(mark.from, mark.to) }));
      at = mark.to;
    }
    out.push(text.slice(at, to));
    return out;
  }

  const LENGTH = 180;
  /** The part of a text that holds most of the words, those `besides` counted last, cut at lines and words. */
  function densest(text, found, besides) {
    let best = [0, 0];
    for (const [n, first] of found.entries()) {
      const inside = found.slice(n, n + 40).filter(({ to }) => to <= first.from + LENGTH);
      const value = distinct(inside, besides) * 1000 + distinct(inside) * 50 + inside.length;
      if (value > best[0]) best = [value, first.from];
    }
    const line = text.lastIndexOf("\n", best[1]) + 1;
    let from = Math.max(line, best[1] - 60);
    if (from > line) from = text.indexOf(" ", from) + 1 || from;
    if (from > best[1]) from = best[1];
    const end = text.indexOf("\n", best[1]);
    const line_end = end < 0 ? text.length : end;
    let to = Math.min(line_end, from + LENGTH);
    if (to < line_end) to = Math.max(text.lastIndexOf(" ", to), best[1] + 1);
    for (const mark of found) if (mark.from < to && mark.to > to) to = mark.to;
    return { range: [from, to], before: from > line, after: to < line_end };
  }

  const key = (before, word) => before + word.replace(/(^|-)([a-z])/g, (_, __, c) => c.toUpperCase());
  const language = document.documentElement.lang;
  function when(date, asked) {
    const [year, month, day] = date.split("-").map(Number);
    const options = { timeZone: "UTC", year: "numeric", ...(month && { month: "long" }), ...(day && { day: "numeric" }) };
    const at = new Date(0);
    at.setUTCFullYear(year, (month || 1) - 1, day || 1);
    const text = new Intl.DateTimeFormat(language, options).format(at);
    return make("time", { dateTime: date }, ...marked(text, marks(text, asked)));
  }

  function result([address, title, date, kind, called, where, focus, summary, promises, others, text], asked) {
    const inTitle = marks(title, asked);
    const ranked = promises
      .map((promise) => ({ promise, found: marks(promise[2], asked) }))
      .filter(({ found }) => found.length > 0)
      .sort((a, b) => distinct(b.found) - distinct(a.found) || b.found.length - a.found.length);
    const best = ranked[0];
    const leads = best && distinct(best.found) > distinct(inTitle);
    const link = make("a", { href: leads ? `${address}#${best.promise[0]}` : address }, ...marked(title, inTitle));
    const about = make("p", { className: "about", textContent: called || (say[key("kind", kind)] ?? kind) });
    if (where) about.append(" · ", ...marked(where, marks(where, asked)));
    if (date) about.append(" · ", when(date, asked));
    const item = make("li", {}, make("h2", {}, link), about);
    if (best) {
      const { range, before, after } = best.promise[2].length > 300 ? densest(best.promise[2], best.found) : { range: [0, best.promise[2].length] };
      item.append(
        make("p", { className: "promise" }, before ? "… " : "", ...marked(best.promise[2], best.found, range), after ? " …" : ""),
        make("p", { className: "about", textContent: say[key("status", best.promise[1])] ?? best.promise[1] }),
      );
    }
    // What says most that the title and the commitment do not; of equals, the first.
    const said = new Set([...inTitle, ...(best?.found ?? [])].map(({ n }) => n));
    const spots = [["", text], ["", summary], ...others.map(([what, one]) => [say[key("in", what)], one]), [say.fokus, focus]]
      .map(([label, one]) => ({ label, one, found: marks(one, asked) }))
      .filter(({ found }) => found.length > 0)
      .map((spot) => {
        const part = spot.one.length > LENGTH ? densest(spot.one, spot.found, said) : { range: [0, spot.one.length] };
        const inside = spot.found.filter(({ from, to }) => from >= part.range[0] && to <= part.range[1]);
        return { ...spot, part, gain: distinct(inside, said) };
      });
    const [spot] = spots.sort((a, b) => b.gain - a.gain);
    // Where nothing says more, the summary tells what the document is.
    if (spot && (spot.gain > 0 || said.size === 0 || (!summary && !best))) {
      const { range, before, after } = spot.part;
      const label = spot.label ? `${spot.label}: ` : "";
      item.append(make("p", {}, label, before ? "… " : "", ...marked(spot.one, spot.found, range), after ? " …" : ""));
    } else if (summary && !best) {
      item.append(make("p", {}, ...marked(summary, marks(summary, asked))));
    }
    return { item, texts: [title, text, summary, ...others.map(([, text]) => text)] };
  }

  const count = (n) => (n === 1 ? say.one : say.many).replace("{n}", n.toLocaleString(language));
  const quoted = (words) => words.map((word) => say.quoted.replace("{word}", word)).join(", ");

  async function search(query, chosen, { typing, from, to }) {
    const { asked, inParts, skipped } = await meaning(query, typing);
    const passed = () => (skipped.length === 1 ? say.skippedOne : say.skipped).replace("{words}", quoted(skipped));
    for (const word of asked) word.terms = new Set(word.found.map((one) => one.word));
    if (asked.length === 0 && chosen.size === 0) {
      const nothing = query.trim() ? say.wordless : "";
      return { count: 0, results: [], status: skipped.length > 0 ? passed() : nothing };
    }
    const { hits, isWhole } = await match(asked, chosen);
    const records = await Promise.all(hits.slice(from, to).map(record));
    const made = records.map((one) => result(one, asked));

    // Spellings other than those that were typed, as they are printed.
    const forms = new Set(asked.flatMap(({ found }) => found.filter(({ rate }) => rate === 0.8 || rate === 0.3).map(({ word }) => word)));
    const printed = new Set();
    if (forms.size > 0) {
      for (const { texts } of made) {
        for (const text of texts) {
          for (const { own, from, to } of marks(text, asked)) if (forms.has(own)) printed.add(text.slice(from, to).toLowerCase());
        }
      }
    }
    const typed = new Set(split(query).map(({ form }) => form));
    const also = Array.from(printed).filter((form) => !typed.has(plain(form))).slice(0, 3);
    const missing = absentIn(query);
    const notes = [];
    if (missing.length > 0) {
      const names = new Intl.ListFormat(language, { type: "conjunction" }).format(missing);
      notes.push((missing.length === 1 ? say.absent : say.absentMany).replace("{name}", names));
    }
    if (hits.length > 0) {
      if (inParts.length > 0) notes.push(say.part.replace("{words}", quoted(inParts)));
      else if (!isWhole) notes.push(chosen.size > 0 ? say.someChosen : say.some);
      if (asked.length > 1 && /["”“]/.test(query)) notes.push(say.apart);
    }
    if (also.length > 0) notes.push(say.also.replace("{words}", quoted(also)));
    if (skipped.length > 0) notes.push(passed());
    let status = count(hits.length);
    if (hits.length === 0) {
      // Without what is chosen there may be hits; then the words are in the archive.
      const without = chosen.size > 0 && asked.length > 0 ? (await match(asked, new Map())).hits.length : 0;
      status = chosen.size === 0 ? say.none : without > 0 ? say.chosen.replace("{found}", count(without)) : say.nothing;
    }
    return { count: hits.length, results: made.map(({ item }) => item), status: [status, ...notes].join(" ") };
  }

  /** The controls by which results are chosen; `show` is called when one changes. */
  async function choices(names, chosen, show) {
    const facets = await Promise.all(names.map(facet));
    const row = make("div", { className: "filter" });
    names.forEach((name, n) => {
      if (facets[n].length === 0) return;
      const select = make("select", { id: "sida-" + name, name }, new Option(say.all, ""));
      for (const [value, label, count] of facets[n]) {
        select.append(new Option(`${say[key(name, value)] ?? (label || value)} (${count})`, value));
      }
      // An address may be written in another case, and name what the archive does not have.
      const follow = () => {
        const asked = chosen.get(name) ?? "";
        const known = Array.from(select.options).find(({ value }) => value.toLowerCase() === asked.toLowerCase());
        if (!known) select.append(new Option(`${asked} (0)`, asked));
        select.value = known?.value ?? asked;
      };
      follow();
      addEventListener("popstate", follow);
      select.addEventListener("change", () => {
        if (select.value) chosen.set(name, select.value);
        else chosen.delete(name);
        show();
      });
      row.append(make("div", {}, make("label", { htmlFor: select.id, textContent: say[name] }), select));
    });
    return row;
  }

  // Each search stands in the browser's history, with how many results were shown: one that is being
  // typed is one until it is sent.
  let typed = false;
  function remember(query, chosen, { shown, typing, isSent, isNew }) {
    const address = "?" + new URLSearchParams([...(query.trim() ? [["q", query]] : []), ...chosen]);
    const another = ((typing || isSent) && !typed) || isNew;
    typed = typing;
    history[another && location.search && address !== location.search ? "pushState" : "replaceState"]({ shown }, "", address);
  }

  // On paper the box is not shown, only what was asked for.
  addEventListener("beforeprint", () => {
    const asked = page.querySelector("input").value;
    const picked = Array.from(page.querySelectorAll("select"), (one) => one.value && `${say[one.name]}: ${one.selectedOptions[0].text}`);
    page.dataset.asked = [asked && `${say.label}: ${asked}`, ...picked].filter(Boolean).join(" · ");
  });

  return { search, choices, remember, split, stem, entries, each, marks };
});
