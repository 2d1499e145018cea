/** The last part of an address that only takes a form: the page that shows the form is the one above. */
const onlyTakes =
  /\/(?:acces|deplacer|repondre|fermer|ouvrir|autoriser|autoriser-ligne|partage|separer|retrouve|tout-le-monde|retirer|deconnexion|annuler(?:\/[\w-]+)?)$/;

/** The page where a form was filled in, of the address that it was sent to: it can be asked for again. */
export function postedFrom(path: string): string {
  if (!/^\/(?:reglages|demandes)\//.test(path)) return path;
  const page = path.replace(onlyTakes, '');
  // The requests that wait are the first page.
  return page === '/reglages/demandes' ? '/reglages' : page;
}
