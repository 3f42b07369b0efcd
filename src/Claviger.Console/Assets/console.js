// What makes pages handier. Every page works without it: forms are posted, links are followed.
'use strict';

const on = (type, selector, act) => document.addEventListener(type, event => {
  const element = event.target.closest?.(selector);
  if (element) act(element, event);
});

for (const element of document.querySelectorAll('[data-copy], [data-show], [data-theme-switch], [data-add]')) element.hidden = false;

on('click', '[data-copy]', async button => {
  await navigator.clipboard.writeText(button.dataset.copy);
  button.classList.add('done');
  setTimeout(() => button.classList.remove('done'), 1500);
});

on('click', '[data-show]', button => {
  const input = document.getElementById(button.dataset.show);
  const isHidden = input.type === 'password';
  input.type = isHidden ? 'text' : 'password';
  button.textContent = isHidden ? 'Hide' : 'Show';
});

on('click', '[data-secret]', button => {
  const isShown = button.dataset.shown === 'yes';
  button.previousElementSibling.textContent = isShown ? '••••••••••' : button.dataset.secret;
  button.dataset.shown = isShown ? 'no' : 'yes';
  button.textContent = isShown ? 'Show' : 'Hide';
});

on('click', '[data-theme-switch]', () => {
  const root = document.documentElement;
  const isDark = (root.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  root.dataset.theme = isDark ? 'light' : 'dark';
  document.cookie = `claviger-theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax`;
});

// A menu closes where one looks elsewhere.
document.addEventListener('click', event => {
  for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    for (const menu of document.querySelectorAll('details.menu[open]')) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  }
  if (event.altKey && event.key === 's') {
    document.querySelector('[data-hotkey="s"]')?.focus();
    event.preventDefault();
  }
});

// A form is sent once; a field that is picked searches at once.
on('submit', 'form', (form, event) => {
  if (form.method === 'get' || form.dataset.many) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  event.submitter?.setAttribute('aria-busy', 'true');
});
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});
on('change', '[data-submit]', element => element.form.requestSubmit());
on('change', '[data-all]', box => {
  for (const other of box.closest('table').querySelectorAll('td.pick input[type=checkbox]')) other.checked = box.checked;
});
on('click', '[data-add]', button => {
  const template = document.getElementById(button.dataset.add);
  button.before(template.content.cloneNode(true));
  button.previousElementSibling.querySelector('input')?.focus();
});

// What is on its way is looked at again, unless somebody is busy with the page.
for (const sign of document.querySelectorAll('[data-refresh]')) {
  const look = () => {
    if (document.querySelector('td.pick input:checked, main details[open], main form :focus')) setTimeout(look, 2000);
    else location.reload();
  };
  setTimeout(look, Number(sign.dataset.refresh));
}

// An upload shows how far it is. Without this the form is sent as it is.
on('submit', 'form[data-upload]', (form, event) => {
  const request = new XMLHttpRequest();
  const bar = document.getElementById('upload-progress');
  const says = document.getElementById('upload-says');
  const end = text => {
    says.textContent = text;
    bar.hidden = true;
    delete form.dataset.sent;
    event.submitter?.removeAttribute('aria-busy');
  };
  event.preventDefault();
  bar.hidden = false;
  request.upload.addEventListener('progress', at => {
    bar.value = at.total ? Math.round(at.loaded / at.total * 100) : 0;
    says.textContent = at.loaded < at.total ? `${bar.value} % is sent.` : 'All is sent; it is being stored.';
  });
  request.addEventListener('load', () => {
    if (request.status === 200) location.assign(request.responseURL);
    else end(`The upload was refused (${request.status}). Load the page again and repeat it.`);
  });
  request.addEventListener('error', () => end('The upload broke off. What was stored until then is there.'));
  request.open('POST', form.action);
  request.send(new FormData(form));
});

// Of several ways, the chosen one's fields are shown.
for (const way of document.querySelectorAll('[data-way]')) {
  const show = () => {
    const chosen = document.querySelector('[data-way]:checked')?.value;
    for (const section of document.querySelectorAll('[data-way-of]')) section.hidden = section.dataset.wayOf !== chosen;
  };
  way.addEventListener('change', show);
  show();
}

// The rules of passwords, as they are typed.
const rules = {
  length: (text, number) => text.length >= number,
  upper: text => /[A-Z]/.test(text),
  lower: text => /[a-z]/.test(text),
  number: text => /[0-9]/.test(text),
  symbol: text => /[!@#$%^&*()_+\-=[\]{}|']/.test(text),
  classes: (text, number) => ['upper', 'lower', 'number', 'symbol'].filter(name => rules[name](text)).length >= number,
  same: (text, _, list) => text !== '' && text === document.getElementById(list.dataset.again).value,
};
for (const list of document.querySelectorAll('.rules[data-for]')) {
  const input = document.getElementById(list.dataset.for);
  const check = () => {
    for (const item of list.children) {
      const rule = rules[item.dataset.rule];
      if (rule) item.dataset.met = input.value === '' ? '' : rule(input.value, Number(item.dataset.number), list) ? 'yes' : 'no';
    }
  };
  input.addEventListener('input', check);
  document.getElementById(list.dataset.again)?.addEventListener('input', check);
}

// A JSON text in colours, behind the field that it is typed in.
const light = (back, text) => {
  const parts = [];
  let at = 0;
  for (const token of text.matchAll(/"(?:[^"\\\n]|\\.)*"|\b(?:true|false|null|-?\d+(?:\.\d+)?)\b/g)) {
    parts.push(text.slice(at, token.index));
    const span = document.createElement('span');
    at = token.index + token[0].length;
    span.className = token[0][0] !== '"' ? 'jl' : /^\s*:/.test(text.slice(at, at + 40)) ? 'jn' : 'js';
    span.textContent = token[0];
    parts.push(span);
  }
  back.replaceChildren(...parts, text.slice(at), '\n');
};

// Line numbers beside a text that is code; a tab is two blanks.
for (const text of document.querySelectorAll('.editor textarea')) {
  const gutter = text.closest('.editor').querySelector('.gutter');
  const back = text.parentElement.querySelector('.code-back');
  if (back) text.parentElement.classList.add('lit');
  const count = () => {
    if (back) light(back, text.value);
    gutter.textContent = Array.from({ length: text.value.split('\n').length }, (_, index) => index + 1).join('\n');
    gutter.scrollTop = text.scrollTop;
    const counter = document.getElementById(text.dataset.counter);
    if (counter) counter.textContent = text.value.replace(/\s/g, '').length.toLocaleString('en');
  };
  text.addEventListener('input', count);
  text.addEventListener('scroll', () => {
    gutter.scrollTop = text.scrollTop;
    if (back) back.scrollTo(text.scrollLeft, text.scrollTop);
  });
  count();
}
on('click', '[data-place]', link => {
  const text = document.querySelector('.editor textarea');
  const [line, column] = link.dataset.place.split(',').map(Number);
  const lines = text.value.split('\n');
  const at = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  text.focus();
  text.setSelectionRange(at, at + 1);
  text.scrollTop = (line - 4) * 20;
});
