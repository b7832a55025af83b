export type Category = 'open' | 'active' | 'blocked' | 'done' | 'dropped';
