/** The cases that hold for the standard, and that Chromium 156 was seen to answer otherwise. */
export const knownDepartures: Readonly<Record<string, string>> = {
  P050: 'Chromium lets * cover Authorization',
  P055: 'Chromium does not remember an answer whose Max-Age is negative',
  H004: 'Chromium does not remember an answer whose Max-Age is negative',
  H017: 'Chromium still remembers a preflight after what it admitted was blocked',
};
