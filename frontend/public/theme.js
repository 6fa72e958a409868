// Runs before the first paint, so that a chosen theme never flashes the other one. A file of its own because the
// content security policy admits no inline script. The key and the attribute are those of src/ui/theme.ts.
(function () {
  try {
    var theme = localStorage.getItem('preflight-theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is switched off: the system's theme stays.
  }
})();
