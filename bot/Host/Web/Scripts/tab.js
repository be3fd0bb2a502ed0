// Within Teams: signs the reader in as whom Teams knows, and has the page look as Teams does.
'use strict';

(async () => {
  const { app, authentication } = microsoftTeams;
  const form = document.getElementById('sign-in');

  const wear = theme => {
    document.documentElement.dataset.theme = theme;
    sessionStorage.setItem('theme', theme);
  };
  // As the page before looked, until Teams says how it looks now.
  if (sessionStorage.getItem('theme')) wear(sessionStorage.getItem('theme'));

  try {
    await app.initialize();
  } catch {
    // A page of its own: in a browser, and not in Teams.
    if (form) location.replace(form.dataset.browser);
    return;
  }
  app.registerOnThemeChangeHandler(wear);
  wear((await app.getContext()).app.theme);
  if (!form) return app.notifySuccess();

  try {
    form.elements.token.value = await authentication.getAuthToken({ silent: false });
    form.submit();
  } catch (fault) {
    document.getElementById('waiting').hidden = true;
    document.getElementById('failed').hidden = false;
    app.notifySuccess();
    console.warn('Teams did not say who reads:', fault);
  }
})();
