// A terminal in a page: what a shell, less, vi and their like ask of one (a subset of xterm), over the console's own WebSocket.
'use strict';

{
  const base = ['#1d2430', '#ff7b7b', '#7fd88f', '#e8c268', '#7ab8ff', '#d79bff', '#6fd6d6', '#d5dae2', '#7d8794', '#ff9d9d', '#a3ecb0', '#ffdc8a', '#a8d1ff', '#e6c1ff', '#9ceeee', '#ffffff'];
  // Behind letters, the same colours are darker: what is written stays legible.
  const behind = ['#1d2430', '#8f2f2f', '#2b6b39', '#6e5513', '#1d5296', '#6b3a91', '#1f6666', '#6b7482', '#4a5466', '#a84444', '#3d8a4d', '#8a6d1f', '#3a74bd', '#8a55b3', '#358080', '#97a0ad'];
  const levels = [0, 95, 135, 175, 215, 255];
  const colour = (n, isBehind) => n < 16 ? (isBehind ? behind : base)[n]
    : n < 232 ? `rgb(${[36, 6, 1].map(unit => levels[Math.floor((n - 16) / unit) % 6])})`
    : `rgb(${[0, 0, 0].map(() => 8 + 10 * (n - 232))})`;
  const plain = Object.freeze({});
  // What DEC's line drawing has in place of the small letters.
  const drawing = '◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·';
  const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
  const mark = /^[\p{M}\u200d\ufe0f]$/u;
  const mostKept = 2000;

  /** Characters on a grid, and the machine that reads what a program writes. */
  class Screen {
    constructor(columns, rows, reply) {
      Object.assign(this, { columns, rows, reply, kept: [] });
      this.reset();
    }

    reset() {
      Object.assign(this, {
        x: 0, y: 0, pen: plain, top: 0, bottom: this.rows - 1, saved: null, other: null, isWrapping: true, isInserting: false, isShown: true,
        hasKeyArrows: false, hasBrackets: false, isPending: false, charsets: ['B', 'B'], charset: 0, fromTop: false, tabs: null, act: this.text,
      });
      this.lines = Array.from({ length: this.rows }, () => this.line());
    }

    line() { return { cells: Array.from({ length: this.columns }, () => this.blank()), isDirty: true }; }
    blank() { return { c: ' ', s: this.pen?.bg ? { bg: this.pen.bg } : plain }; }
    touch(y = this.y) { this.lines[y].isDirty = true; return this.lines[y].cells; }
    write(text) { for (const c of text) this.act(c); }

    resize(columns, rows) {
      for (const lines of [this.lines, this.other?.lines ?? []]) {
        while (lines.length > rows) {
          // What is below the cursor goes first, else what is on top is kept.
          if (lines === this.lines && this.y < lines.length - 1) lines.pop();
          else {
            const first = lines.shift();
            if (lines === this.lines) { this.y--; if (!this.other) this.kept.push(first); }
          }
        }
      }
      Object.assign(this, { columns, rows, top: 0, bottom: rows - 1, isPending: false });
      for (const lines of [this.lines, this.other?.lines ?? []]) {
        for (const line of lines) {
          line.cells.length = Math.min(line.cells.length, columns);
          while (line.cells.length < columns) line.cells.push(this.blank());
          line.isDirty = true;
        }
        while (lines.length < rows) lines.push(this.line());
      }
      this.to(this.x, this.y);
    }

    to(x, y) {
      this.lines[this.y] && (this.lines[this.y].isDirty = true);
      this.x = Math.max(0, Math.min(this.columns - 1, x));
      this.y = Math.max(0, Math.min(this.rows - 1, y));
      this.isPending = false;
      this.touch();
    }

    scroll(count, top = this.top) {
      for (let i = 0; i < Math.min(Math.abs(count), this.rows); i++) {
        if (count > 0) {
          const [gone] = this.lines.splice(top, 1);
          this.lines.splice(this.bottom, 0, this.line());
          if (top === 0 && this.top === 0 && !this.other) this.kept.push(gone);
        } else {
          this.lines.splice(this.bottom, 1);
          this.lines.splice(top, 0, this.line());
        }
      }
      if (this.kept.length > mostKept) this.kept.splice(0, this.kept.length - mostKept);
      for (let y = top; y <= this.bottom; y++) this.touch(y);
    }

    feed() { if (this.y === this.bottom) this.scroll(1); else this.to(this.x, this.y + 1); }

    text(c) {
      if (c < ' ') return this.control(c);
      if (c === '\x7f') return;
      if (mark.test(c)) {
        const before = this.touch()[Math.max(0, this.isPending ? this.x : this.x - 1)];
        before.c += c;
        return;
      }
      if (this.charsets[this.charset] === '0' && c >= '`' && c <= '~') c = drawing[c.charCodeAt(0) - 96];
      const width = wide.test(c) ? 2 : 1;
      if (this.isPending || (width === 2 && this.x === this.columns - 1 && this.isWrapping)) { this.to(0, this.y); this.feed(); }
      const cells = this.touch();
      if (this.isInserting) { cells.splice(this.x, 0, ...Array.from({ length: width }, () => this.blank())); cells.length = this.columns; }
      cells[this.x] = { c, s: this.pen };
      if (width === 2 && this.x + 1 < this.columns) cells[this.x + 1] = { c: '', s: this.pen };
      if (this.x + width >= this.columns) { this.x = this.columns - 1; this.isPending = this.isWrapping; } else this.x += width;
    }

    control(c) {
      switch (c) {
        case '\b': this.to(this.x - 1, this.y); break;
        case '\t': this.tab(1); break;
        case '\n': case '\v': case '\f': this.feed(); break;
        case '\r': this.to(0, this.y); break;
        case '\x0e': this.charset = 1; break;
        case '\x0f': this.charset = 0; break;
        case '\x1b': this.act = this.escape; break;
      }
    }

    tab(count) {
      for (; count > 0; count--) this.to((Math.floor(this.x / 8) + 1) * 8, this.y);
      for (; count < 0; count++) this.to((Math.ceil(this.x / 8) - 1) * 8, this.y);
    }

    escape(c) {
      this.act = this.text;
      switch (c) {
        case '[': this.sequence = ''; this.act = this.csi; break;
        case ']': case 'P': case 'X': case '^': case '_': this.act = this.string; break;
        case '(': case ')': this.act = set => { this.charsets[c === '(' ? 0 : 1] = set; this.act = this.text; }; break;
        case '#': case ' ': case '%': case '*': case '+': this.act = () => { this.act = this.text; }; break;
        case '7': this.save(); break;
        case '8': this.restore(); break;
        case 'D': this.feed(); break;
        case 'E': this.to(0, this.y); this.feed(); break;
        case 'M': if (this.y === this.top) this.scroll(-1); else this.to(this.x, this.y - 1); break;
        case 'c': this.reset(); break;
      }
    }

    // Titles and the like, to their end.
    string(c) { if (c === '\x07') this.act = this.text; else if (c === '\x1b') this.act = () => { this.act = this.text; }; }

    save() { this.saved = { x: this.x, y: this.y, pen: this.pen, charsets: [...this.charsets], charset: this.charset }; }

    restore() {
      const { x, y, ...rest } = this.saved ?? { x: 0, y: 0, pen: plain, charsets: ['B', 'B'], charset: 0 };
      Object.assign(this, rest);
      this.to(x, y);
    }

    csi(c) {
      if (c < ' ') return this.control(c);
      if (c < '@') { this.sequence += c; return; }
      this.act = this.text;
      const isPrivate = /^[?>=!]/.test(this.sequence);
      const numbers = this.sequence.replace(/^[?>=!]/, '').split(/[;:]/).map(text => parseInt(text, 10) || 0);
      if (isPrivate) {
        if (this.sequence[0] === '?' && (c === 'h' || c === 'l')) for (const n of numbers) this.mode(n, c === 'h');
        if (this.sequence[0] === '>' && c === 'c') this.reply('\x1b[>0;0;0c');
        return;
      }
      if (!/[ $'"]/.test(this.sequence)) this.run(c, numbers, Math.max(1, numbers[0]));
    }

    run(c, numbers, n) {
      const { x, y } = this;
      switch (c) {
        case 'A': this.to(x, Math.max(y >= this.top ? this.top : 0, y - n)); break;
        case 'B': case 'e': this.to(x, Math.min(y <= this.bottom ? this.bottom : this.rows - 1, y + n)); break;
        case 'C': case 'a': this.to(x + n, y); break;
        case 'D': this.to(x - n, y); break;
        case 'E': this.to(0, y + n); break;
        case 'F': this.to(0, y - n); break;
        case 'G': case '`': this.to(n - 1, y); break;
        case 'H': case 'f': this.to(Math.max(1, numbers[1] ?? 1) - 1, n - 1 + (this.fromTop ? this.top : 0)); break;
        case 'I': this.tab(n); break;
        case 'Z': this.tab(-n); break;
        case 'd': this.to(x, n - 1 + (this.fromTop ? this.top : 0)); break;
        case 'J': this.eraseScreen(numbers[0]); break;
        case 'K': this.erase(y, numbers[0] === 0 ? x : 0, numbers[0] === 1 ? x + 1 : this.columns); break;
        case 'L': case 'M': if (y >= this.top && y <= this.bottom) { this.scroll(c === 'M' ? n : -n, y); this.to(0, y); } break;
        case '@': { const cells = this.touch(); cells.splice(x, 0, ...Array.from({ length: Math.min(n, this.columns) }, () => this.blank())); cells.length = this.columns; break; }
        case 'P': { const cells = this.touch(); cells.splice(x, n); while (cells.length < this.columns) cells.push(this.blank()); break; }
        case 'X': this.erase(y, x, Math.min(this.columns, x + n)); break;
        case 'S': this.scroll(n); break;
        case 'T': this.scroll(-n); break;
        case 'b': { const last = this.lines[y].cells[x - 1]?.c ?? ' '; for (let i = 0; i < Math.min(n, this.columns); i++) this.text(last); break; }
        case 'c': this.reply('\x1b[?1;2c'); break;
        case 'n': this.reply(numbers[0] === 6 ? `\x1b[${y + 1};${x + 1}R` : '\x1b[0n'); break;
        case 'h': case 'l': if (numbers[0] === 4) this.isInserting = c === 'h'; break;
        case 'm': this.style(numbers); break;
        case 'r': {
          const [top, bottom] = [n - 1, (numbers[1] || this.rows) - 1];
          if (top < bottom && bottom < this.rows) { Object.assign(this, { top, bottom }); this.to(0, this.fromTop ? top : 0); }
          break;
        }
        case 's': this.save(); break;
        case 'u': this.restore(); break;
      }
    }

    erase(y, from, to) { const cells = this.touch(y); for (let x = from; x < to; x++) cells[x] = this.blank(); }

    eraseScreen(which) {
      if (which === 3) { this.kept.length = 0; return; }
      if (which === 0) this.erase(this.y, this.x, this.columns);
      if (which === 1) this.erase(this.y, 0, this.x + 1);
      const [from, to] = which === 0 ? [this.y + 1, this.rows] : which === 1 ? [0, this.y] : [0, this.rows];
      for (let y = from; y < to; y++) this.erase(y, 0, this.columns);
    }

    mode(number, isSet) {
      switch (number) {
        case 1: this.hasKeyArrows = isSet; break;
        case 6: this.fromTop = isSet; this.to(0, isSet ? this.top : 0); break;
        case 7: this.isWrapping = isSet; break;
        case 25: this.isShown = isSet; this.touch(); break;
        case 2004: this.hasBrackets = isSet; break;
        case 47: case 1047: case 1049:
          if (isSet === (this.other !== null)) break;
          if (isSet) {
            if (number === 1049) this.save();
            this.other = { lines: this.lines, saved: this.saved };
            this.lines = Array.from({ length: this.rows }, () => this.line());
          } else {
            const { lines, saved } = this.other;
            Object.assign(this, { lines, other: null, saved, top: 0, bottom: this.rows - 1 });
            if (number === 1049) this.restore();
            for (let y = 0; y < this.rows; y++) this.touch(y);
          }
          break;
      }
    }

    style(numbers) {
      const pen = { ...this.pen };
      for (let i = 0; i < numbers.length; i++) {
        const n = numbers[i];
        if (n === 0) for (const key of Object.keys(pen)) delete pen[key];
        else if (n === 38 || n === 48) {
          const key = n === 38 ? 'fg' : 'bg';
          if (numbers[i + 1] === 5) { pen[key] = colour(numbers[i + 2] & 255, n === 48); i += 2; }
          else if (numbers[i + 1] === 2) { pen[key] = `rgb(${numbers.slice(i + 2, i + 5).map(part => part & 255)})`; i += 4; }
        }
        else if (n === 39) delete pen.fg;
        else if (n === 49) delete pen.bg;
        else if (n >= 30 && n <= 37) pen.fg = colour(n - 30);
        else if (n >= 40 && n <= 47) pen.bg = colour(n - 40, true);
        else if (n >= 90 && n <= 97) pen.fg = colour(n - 82);
        else if (n >= 100 && n <= 107) pen.bg = colour(n - 92, true);
        else if (n === 22) { delete pen.bold; delete pen.dim; }
        else {
          const key = { 1: 'bold', 2: 'dim', 3: 'italic', 4: 'line', 7: 'inverse', 8: 'hidden', 9: 'struck' }[n >= 20 ? n - 20 : n];
          if (key) { if (n >= 20) delete pen[key]; else pen[key] = true; }
        }
      }
      this.pen = Object.keys(pen).length === 0 ? plain : Object.freeze(pen);
    }
  }

  const flags = ['bold', 'dim', 'italic', 'line', 'hidden', 'struck'];

  function span(text, style, isCursor) {
    const element = document.createElement('span');
    element.textContent = text;
    element.className = [...flags.filter(flag => style[flag]), isCursor ? 'cursor' : ''].join(' ').trim();
    const [fg, bg] = style.inverse ? [style.bg ?? 'var(--back)', style.fg ?? 'var(--fore)'] : [style.fg, style.bg];
    if (!isCursor && fg) element.style.color = fg;
    if (!isCursor && bg) element.style.backgroundColor = bg;
    return element;
  }

  function draw(line, cursor) {
    const spans = [];
    let text = '', style = null;
    const end = () => { if (text) spans.push(span(text, style, false)); text = ''; };
    line.cells.forEach((cell, x) => {
      if (x === cursor) { end(); spans.push(span(cell.c || ' ', cell.s, true)); style = null; return; }
      if (cell.s !== style) { end(); style = cell.s; }
      text += cell.c;
    });
    end();
    line.element ??= document.createElement('div');
    line.element.replaceChildren(...spans);
    line.isDirty = false;
  }

  const arrows = { ArrowUp: 'A', ArrowDown: 'B', ArrowRight: 'C', ArrowLeft: 'D', Home: 'H', End: 'F' };
  const numbered = { Insert: 2, Delete: 3, PageUp: 5, PageDown: 6, F5: 15, F6: 17, F7: 18, F8: 19, F9: 20, F10: 21 };
  const letters = { F1: 'P', F2: 'Q', F3: 'R', F4: 'S' };
  const whole = { Enter: '\r', Backspace: '\x7f', Tab: '\t', Escape: '\x1b' };

  /** What a key sends; null where it is for the browser, or for the text field. */
  function bytesOf(event, screen) {
    const { key, ctrlKey, altKey, shiftKey, metaKey } = event;
    if (metaKey || (shiftKey && (key === 'Tab' || (ctrlKey && /^[cv]$/i.test(key))))) return null;
    const modifier = 1 + (shiftKey ? 1 : 0) + (altKey ? 2 : 0) + (ctrlKey ? 4 : 0);
    if (arrows[key]) return modifier > 1 ? `\x1b[1;${modifier}${arrows[key]}` : `\x1b${screen.hasKeyArrows ? 'O' : '['}${arrows[key]}`;
    if (numbered[key]) return modifier > 1 ? `\x1b[${numbered[key]};${modifier}~` : `\x1b[${numbered[key]}~`;
    if (letters[key]) return `\x1bO${letters[key]}`;
    if (whole[key]) return (altKey ? '\x1b' : '') + whole[key];
    if (ctrlKey && key.length === 1) {
      const code = key === ' ' ? 64 : key.toUpperCase().charCodeAt(0);
      return code === 63 ? '\x7f' : code >= 64 && code < 96 ? (altKey ? '\x1b' : '') + String.fromCharCode(code - 64) : null;
    }
    return altKey && key.length === 1 ? `\x1b${key}` : null;
  }

  /** A terminal in its place on the page. */
  function open(place) {
    const [view, field] = [place.querySelector('.terminal-lines'), place.querySelector('textarea')];
    const status = document.getElementById(place.dataset.status);
    const encoder = new TextEncoder();
    const decoder = new TextDecoder();
    const measure = () => {
      const probe = view.appendChild(document.createElement('div'));
      probe.append(span('M'.repeat(20), plain, false));
      const [line, glyphs] = [probe.getBoundingClientRect(), probe.firstChild.getBoundingClientRect()];
      probe.remove();
      return [Math.max(20, Math.floor((view.clientWidth - 2) / (glyphs.width / 20))), Math.max(5, Math.floor((place.clientHeight - 20) / line.height))];
    };
    const [columns, rows] = measure();
    const address = new URL(place.dataset.terminal, location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    address.searchParams.set('columns', columns);
    address.searchParams.set('rows', rows);
    const socket = new WebSocket(address);
    socket.binaryType = 'arraybuffer';
    const send = (kind, bytes) => { if (socket.readyState === WebSocket.OPEN) socket.send(Uint8Array.of(kind, ...bytes)); };
    const type = text => { for (let at = 0; at < text.length; at += 8192) send(0, encoder.encode(text.slice(at, at + 8192))); };
    const screen = new Screen(columns, rows, type);
    let isDrawing = false, isOver = false;
    const show = () => {
      if (isDrawing) return;
      isDrawing = true;
      requestAnimationFrame(() => {
        isDrawing = false;
        const isAtEnd = view.scrollTop + view.clientHeight >= view.scrollHeight - 4;
        const lines = screen.other ? screen.lines : [...screen.kept, ...screen.lines];
        const cursor = screen.isShown && !isOver ? screen.lines[screen.y] : null;
        for (const line of lines) if (line.isDirty || !line.element || line === cursor) draw(line, line === cursor ? screen.x : -1);
        const elements = lines.map(line => line.element);
        if (elements.length !== view.childElementCount || elements.some((element, at) => view.children[at] !== element)) view.replaceChildren(...elements);
        if (isAtEnd) view.scrollTop = view.scrollHeight;
      });
    };
    const say = (text, kind) => {
      status.className = `alert ${kind}`;
      status.textContent = text;
      const id = /\/authorization-details\/([0-9a-z]+)/.exec(text)?.[1];
      if (id) status.append(' ', Object.assign(document.createElement('a'), { href: `/authorization-details/${id}`, textContent: 'Why was it denied?' }));
    };
    const end = (text, kind) => { if (!isOver) { isOver = true; place.dataset.over = 'yes'; say(text, kind); show(); } };
    socket.onopen = () => say('Connected.', 'success');
    socket.onclose = () => end('The connection broke off.', 'error');
    socket.onmessage = ({ data }) => {
      const bytes = new Uint8Array(data);
      if (bytes[0] === 0) { screen.write(decoder.decode(bytes.subarray(1), { stream: true })); show(); }
      if (bytes[0] === 4) end(`The shell has ended (exit code ${new DataView(data).getInt32(1)}).`, 'info');
      if (bytes[0] === 5) end(new TextDecoder().decode(bytes.subarray(1)), 'error');
    };
    field.addEventListener('keydown', event => {
      const bytes = event.isComposing ? null : bytesOf(event, screen);
      if (bytes !== null) { event.preventDefault(); view.scrollTop = view.scrollHeight; type(bytes); }
      if (event.ctrlKey && event.shiftKey && event.key.toLowerCase() === 'c') { event.preventDefault(); navigator.clipboard.writeText(getSelection().toString()); }
    });
    const take = () => { type(field.value); field.value = ''; };
    field.addEventListener('input', event => { if (!event.isComposing) take(); });
    field.addEventListener('compositionend', take);
    field.addEventListener('paste', event => {
      const text = event.clipboardData.getData('text').replace(/\r?\n/g, '\r');
      type(screen.hasBrackets ? `\x1b[200~${text.replaceAll('\x1b', '')}\x1b[201~` : text);
      event.preventDefault();
    });
    place.addEventListener('mouseup', () => { if (getSelection().isCollapsed) field.focus({ preventScroll: true }); });
    new ResizeObserver(() => {
      const [width, height] = measure();
      if (width === screen.columns && height === screen.rows) return;
      screen.resize(width, height);
      send(3, [width >> 8, width & 255, height >> 8, height & 255]);
      show();
    }).observe(place);
    show();
    field.focus();
  }

  for (const place of document.querySelectorAll('[data-terminal]')) open(place);
}
