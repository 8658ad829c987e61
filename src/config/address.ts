/** Addresses that events are sent to, and variables that hold their secrets, wherever somebody may name one. */
export const ADDRESS_HINT = 'expected an http or https URL without user and password';

/** What the platform will take, and nothing that holds a secret: such addresses are printed, logged and shown. */
export function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
}

export const VARIABLE = /^[A-Za-z_]\w*$/;
export const VARIABLE_HINT = 'expected the name of an environment variable';
