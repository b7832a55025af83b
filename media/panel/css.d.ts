/** esbuild gathers the style sheets into panel.css. */
declare module '*.css';
