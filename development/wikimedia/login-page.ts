import { html } from 'hono/html';
import type { AuthorizationRequest } from './authorization-request.ts';
import { PEOPLE } from './people.ts';

export const DECISION_PATH = '/stand-in/decision';
export const CHANGES_PATH = '/stand-in/accounts';

/** The page on which one picks who to be. Works without script, on a phone, by keyboard. */
export function loginPage(request: AuthorizationRequest, problem: string | null) {
  return page(
    'Log in to the stand-in for Wikimedia',
    html`
      <p>This is not Wikimedia. It runs beside Laurel for development; all people here are invented.</p>
      ${problem === null ? '' : html`<p role="alert" id="problem">${problem}</p>`}
      <form method="post" action="${DECISION_PATH}">
        ${Object.entries(request).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
        <fieldset>
          <legend>Log in as</legend>
          ${PEOPLE.map(
            ({ username, language }, index) => html`<label class="person">
              <input type="radio" name="picked" value="${username}" ${index === 0 ? 'checked' : ''}>
              <bdi lang="${language}">${username}</bdi>
            </label>`,
          )}
        </fieldset>
        <label for="typed">Or as anybody else (user name)</label>
        <input id="typed" name="typed" dir="auto" autocomplete="off" autocapitalize="off"
          spellcheck="false" aria-describedby="${problem === null ? 'kinds' : 'problem kinds'}">
        <p id="kinds">Names that begin with <b>Nobody</b>, <b>Hidden</b>, <b>Locked</b>,
          <b>Unattached</b> or <b>Blocked</b> behave as such accounts do.</p>
        <p>Laurel asks to learn your user name, and nothing else.</p>
        <p><a href="${CHANGES_PATH}">Rename, hide or lock an account</a></p>
        <div class="decision">
          <button name="decision" value="allow">Allow</button>
          <button name="decision" value="cancel" class="quiet">Cancel</button>
        </div>
      </form>`,
  );
}

/** Shown instead of a redirect, because a wrong request must not be able to send anybody anywhere. */
export function flawPage(flaw: string) {
  return page('This login request is wrong', html`<p role="alert">${flaw}</p>`);
}

/** What may happen to an account, to be tried by hand. */
export function changesPage(said: string | null, acts: readonly string[]) {
  return page(
    'What happens to an account',
    html`
      <p>What Wikimedia’s stewards and renamers do. Laurel learns of it at the next login, or within a day.</p>
      ${said === null ? '' : html`<p role="status" id="said">${said}</p>`}
      <form method="post" action="${CHANGES_PATH}">
        <label for="username">User name</label>
        <input id="username" name="username" dir="auto" autocomplete="off" required>
        <fieldset>
          <legend>What happens</legend>
          ${acts.map(
            (act, index) => html`<label class="person">
              <input type="radio" name="act" value="${act}" ${index === 0 ? 'checked' : ''}> ${act}
            </label>`,
          )}
        </fieldset>
        <label for="to">New name, where it is renamed</label>
        <input id="to" name="to" dir="auto" autocomplete="off">
        <div class="decision"><button>Do it</button></div>
      </form>`,
  );
}

const STYLE = `
  body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: #202122; background: #f8f9fa; }
  main { max-width: 28rem; margin: 0 auto; padding: 1rem; }
  h1 { font-size: 1.4rem; line-height: 1.25; }
  fieldset { margin: 0 0 1rem; padding: .5rem 1rem; border: 1px solid #72777d; background: #fff; }
  .person { display: flex; align-items: center; gap: .75rem; min-height: 2.75rem; }
  .person input { width: 1.25rem; height: 1.25rem; flex: none; }
  #typed, #username, #to { box-sizing: border-box; width: 100%; min-height: 2.75rem; padding: .5rem; font: inherit;
    border: 1px solid #72777d; }
  [role=alert] { padding: .75rem; border-inline-start: .25rem solid #b32424; background: #fee7e6; }
  .decision { display: flex; gap: .75rem; }
  button { flex: 1; min-height: 2.75rem; font: inherit; font-weight: 600; border: 1px solid #233566;
    background: #233566; color: #fff; }
  .quiet { background: #fff; color: #233566; }
  :focus-visible { outline: .2rem solid #d9480f; outline-offset: .125rem; }
`;

function page(title: string, content: ReturnType<typeof html>) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>${title}</title>
        <style>${STYLE}</style>
      </head>
      <body><main><h1>${title}</h1>${content}</main></body>
    </html>`;
}
