/** The tabs of the progress panel in their order. The label of each is the sentence `panel.<tab>`. */
export const TABS = ['overview', 'timeline', 'forecast', 'risks', 'people', 'review'] as const;

/** The name of a tab. */
export type Tab = (typeof TABS)[number];
