/** The server's limits, in characters. */
export const limits = { name: 80, email: 254, passwordLeast: 8, passwordMost: 128 } as const;

export const passwordHint = `${limits.passwordLeast} characters or more. A few unrelated words make a good one.`;

/** @returns what is wrong with a name, or null */
export function aboutName(name: string): string | null {
  if (name === '') return 'Type a name to write under.';
  if (name.length > limits.name) return `A name has at most ${limits.name} characters.`;
  return null;
}

export function aboutEmail(email: string): string | null {
  if (email === '') return 'Type an e-mail address to log in with.';
  if (!/^\S+@\S+$/.test(email)) return 'An e-mail address has an @ between its two parts.';
  if (email.length > limits.email) return `An e-mail address has at most ${limits.email} characters.`;
  return null;
}

export function aboutPassword(password: string): string | null {
  if (password.length < limits.passwordLeast)
    return `A password has at least ${limits.passwordLeast} characters.`;
  if (password.length > limits.passwordMost)
    return `A password has at most ${limits.passwordMost} characters.`;
  return null;
}
