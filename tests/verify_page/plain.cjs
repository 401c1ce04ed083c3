/* A verdict of the page in the form in which the program's is told: for Node and for browsers. */
"use strict";
const isoDay = (number) => new Date(number * 86400000).toISOString().slice(0, 10);

function plainVerdict(found) {
  const claims = found.claims;
  return {
    verdict: found.verdict,
    claims: claims && { kind: claims.kind, number: claims.number, issued_on: isoDay(claims.issued),
      valid_to: isoDay(claims.until), document: claims.document, name: claims.name, facts: claims.facts },
    issuer: found.key && found.key.issuer,
    revoked: found.revoked === undefined ? null : isoDay(found.revoked),
  };
}

if (typeof module !== "undefined") { module.exports = { plainVerdict }; }
