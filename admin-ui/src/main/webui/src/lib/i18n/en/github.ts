export const gitHub = {
  action: "Sign in to GitHub",
  title: "Sign in to GitHub",
  begin: "Get a code",
  steps: [
    "You get a code, and type it in at GitHub in the name of the user whose Copilot is used.",
    "The token that GitHub gives becomes a key of this account; nobody gets to see it.",
    "Whoever signs in again gets their key replaced.",
  ],
  typeThis: "Type this code in at GitHub, and agree:",
  waiting: "Waiting for GitHub.",
  validUntil: "The code ends",
  tokenEnds: "until",
  tokenEnded: "token ended, sign in again",
  signedInAs: "Signed in as",
  notSetUp:
    "Nobody can sign in to GitHub yet: the operator of this installation has to name an application.",
  goOn: "Go on",
  states: {
    pending: "code not typed in yet",
    authorized: "being added as a key",
    signed_in: "signed in",
    expired: "The code was not typed in in time",
    denied: "The user said no",
    failed: "It did not work",
    signed_out: "signed out",
  },
  signOut: {
    action: "Sign out",
    title: "Sign out of GitHub",
    steps: [
      "The key is revoked: nothing is sent with it any more.",
      "GitHub can't be told to end the token: its user does so at github.com under Settings, Applications.",
    ],
    done: "Signed out",
  },
  giveUp: {
    action: "Give up",
    title: "Give the sign-in up",
    steps: ["The code is of no use any more. A new one can be had at any time."],
    done: "The sign-in was given up",
  },
};
