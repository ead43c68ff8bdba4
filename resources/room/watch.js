/*
 * Asks whether the room has moved on, and then for the page again; where somebody has begun to fill it in, it says so instead. Says how many dots
 * are left while they are placed. Written for browsers of 2014.
 */
(() => {
  var page = document.documentElement;
  var version = page.getAttribute('data-version');
  var news = document.getElementById('news');
  var isTouched = false;
  var pause = 4000;
  if (!version || !window.XMLHttpRequest) return;
  function touch() {
    isTouched = true;
  }
  function later() {
    setTimeout(ask, pause * (0.75 + Math.random() / 2));
  }
  function fail() {
    pause = Math.min(pause * 1.5, 20000);
    later();
  }
  function ask() {
    if (document.hidden) return later();
    var request = new XMLHttpRequest();
    request.open('GET', '/state', true);
    request.timeout = 8000;
    request.onerror = request.ontimeout = fail;
    request.onload = () => {
      if (request.status !== 200) return fail();
      pause = 4000;
      if (request.responseText === version) return later();
      if (isTouched) news.className = 'news';
      else location.reload();
    };
    request.send();
  }
  document.addEventListener('input', touch, true);
  document.addEventListener('change', touch, true);
  later();
})();
(() => {
  var left = document.getElementById('left');
  var form = document.getElementById('ballot');
  if (!left || !form) return;
  var words = left.getAttribute('data-left').split('|');
  function say() {
    var rest = words.length - 1;
    Array.prototype.forEach.call(form.elements, (field) => {
      if (/^\d+$/.test(field.name) && (field.checked || field.nodeName === 'SELECT')) rest -= Number(field.value) || 0;
    });
    left.textContent = rest < 0 ? left.getAttribute('data-over') : words[rest];
    left.className = rest < 0 ? 'left over' : 'left';
  }
  document.addEventListener('change', say, true);
  say();
})();
