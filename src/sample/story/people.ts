/** Who commits, as git records it. */
export const AUTHORS: Readonly<Record<string, string>> = {
  ana: 'Ana Ruiz <ana@example.com>',
  li: 'Li Wen <li@example.com>',
  tom: 'Tom Berg <tom@example.com>',
  noor: 'Noor Haddad <noor@example.com>',
  mia: 'Mia Okafor <mia@example.com>',
  bot: 'harbor-release[bot] <release-bot@example.com>',
};
