import Router from '@koa/router';
import { form } from '../http/forms.ts';
import { Problem } from '../http/problems.ts';
import { issuerPath, routes } from '../oidc/routes.ts';
import { showConnections, tellNews } from './connections/show.ts';
import * as devices from './devices/index.ts';
import type { PageNeeds } from './needs.ts';
import { authorizeLine, authorizeMine, close, open, undoLine } from './padlock/change.ts';
import { showChecklist } from './padlock/checklist.ts';
import { showPadlock } from './padlock/show.ts';
import { answerSeveral } from './pending/answer.ts';
import { showPending, tellNewRequests } from './pending/show.ts';
import { move, setAccess, showHistory, showPerson, undo } from './person/index.ts';
import * as places from './places/index.ts';
import * as rules from './rules/index.ts';
import { finishSignIn, signOut, startSignIn } from './sessions.ts';
import { type Visit, visited } from './visit.ts';
import { showWhatIf } from './what-if/show.ts';

export { createConfirm } from './confirm.ts';
export type { PageNeeds } from './needs.ts';
export { type ConsoleNeeds, signedInAdministrator } from './sessions.ts';
export { signInHref } from './visit.ts';

/** « Réglages », for administrators of one organization, each time they ask. */
export function consoleRoutes(needs: PageNeeds): Router {
  const page = (show: (visit: Visit) => Promise<void>) => visited(needs, show);
  const posted = form(needs.publicOrigin);
  return new Router({ prefix: '/reglages' })
    .get('/', page(showPending))
    .get('/attente', page(tellNewRequests))
    .post('/demandes/repondre', posted, page(answerSeveral))
    .get('/connexions', page(showConnections))
    .get('/nouvelles', page(tellNews))
    .get('/cadenas', page(showPadlock))
    .post('/cadenas/fermer', posted, page(close))
    .post('/cadenas/ouvrir', posted, page(open))
    .post('/cadenas/autoriser', posted, page(authorizeMine))
    .post('/cadenas/autoriser-ligne', posted, page(authorizeLine))
    .post('/cadenas/annuler/:entry', posted, page(undoLine))
    .get('/avant-de-fermer', page(showChecklist))
    .get('/personnes/:person', page(showPerson))
    .get('/personnes/:person/historique', page(showHistory))
    .post('/personnes/:person/acces', posted, page(setAccess))
    .post('/personnes/:person/deplacer', posted, page(move))
    .post('/personnes/:person/annuler/:entry', posted, page(undo))
    .get('/appareils', page(devices.showDevices))
    .get('/appareils/:device', page(devices.showDevice))
    .post('/appareils/:device', posted, page(devices.describe))
    .post('/appareils/:device/partage', posted, page(devices.share))
    .get('/appareils/:device/joindre', page(devices.showJoin))
    .post('/appareils/:device/joindre', posted, page(devices.join))
    .post('/appareils/:device/separer', posted, page(devices.separate))
    .get('/appareils/:device/perdu', page(devices.showLost))
    .post('/appareils/:device/perdu', posted, page(devices.reportLost))
    .post('/appareils/:device/retrouve', posted, page(devices.found))
    .post('/appareils/:device/annuler/:entry', posted, page(devices.undo))
    .get('/endroits', page(places.showPlaces))
    .post('/endroits/deplacer', posted, page(places.moveLines))
    .post('/endroits/annuler/:entry', posted, page(places.undoMoved))
    .get('/endroits/nouveau', page(places.showNewPlace))
    .post('/endroits/nouveau', posted, page(places.namePlace))
    .get('/endroits/:place', page(places.showPlace))
    .post('/endroits/:place', posted, page(places.changePlace))
    .post('/endroits/:place/tout-le-monde', posted, page(places.changeEveryone))
    .post('/endroits/:place/annuler/:entry', posted, page(places.undoChange))
    .get('/endroits/:place/retirer', page(places.showRemoval))
    .post('/endroits/:place/retirer', posted, page(places.removePlace))
    .get('/autorisations', page(rules.showRules))
    .get('/autorisations/nouvelle', page(rules.showNewRule))
    .post('/autorisations/nouvelle', posted, page(rules.saveNewRule))
    .post('/autorisations/annuler/:entry', posted, page(rules.undoLast))
    .get('/autorisations/:rule', page(rules.showRule))
    .post('/autorisations/:rule', posted, page(rules.saveRule))
    .post('/autorisations/:rule/retirer', posted, page(rules.retireRule))
    .get('/et-si', page(showWhatIf))
    .get('/connexion', (ctx) => startSignIn(ctx, needs))
    .get('/retour', (ctx) => finishSignIn(ctx, needs))
    .get('/refus', () => {
      throw new Problem('not-found', 403);
    })
    .post('/deconnexion', posted, async (ctx) => {
      await signOut(ctx, needs);
      ctx.status = 303;
      ctx.redirect(`${issuerPath}${routes.end_session}?client_id=${needs.application.id}`);
    });
}
