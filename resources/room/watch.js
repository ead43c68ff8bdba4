/* Asks whether the room has moved on, and then for the page again; where somebody has begun to fill it in, it says so instead. Written for browsers of 2014. */
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
