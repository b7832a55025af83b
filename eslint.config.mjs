import tseslint from 'typescript-eslint';
import { builtinModules } from 'node:module';

const builtins = [...builtinModules, 'node:*'];

/** Modules a folder may not import, with the reason it prints. */
function restrict(files, { paths = [], patterns = [], message }) {
  return {
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: paths.map(name => ({ name, message })),
          patterns: patterns.map(group => ({ group: [group], message })),
        },
      ],
    },
  };
}

const outer = folders => folders.flatMap(folder => [`**/${folder}/**`, `**/${folder}`]);

/** What no file of the core may import. */
const PURE = {
  paths: [...builtins, 'vscode', 'simple-git'],
  patterns: outer(['git', 'app', 'verbs', 'present', 'words', 'shared', 'sample', 'vscode', 'cli', 'media']),
  message: 'The core is pure: text in, values out, and its rooms know only those below them.',
};

/** Rooms of the core, each with those that its files may import. */
const ROOMS = {
  base: [],
  plan: ['base'],
  documents: ['base', 'plan'],
  formats: ['base', 'plan', 'documents'],
  evidence: ['base', 'plan'],
  insight: ['base', 'plan', 'evidence'],
  web: ['base', 'plan'],
};

/** A rule replaces an earlier one for the same files, so each says again what the whole core may not import. */
function rooms() {
  return Object.entries(ROOMS).map(([room, allowed]) => {
    const others = Object.keys(ROOMS).filter(other => other !== room && !allowed.includes(other));
    const { patterns, ...rest } = PURE;
    const above = ['**/snapshot', '**/facts', '**/linkRepairs', '**/taskBranches'];
    return restrict([`src/core/${room}/**/*.ts`], {
      ...rest,
      patterns: [...patterns, ...above, ...others.flatMap(other => [`../**/${other}/**`])],
    });
  });
}

/** Documents are made by the verbs whose products they are, which load what makes them. */
const DOCUMENTS = ['**/present/exports/**', '**/present/report/**'];

/** What holds plans and repositories, and what holds items and commits. */
const MANY = 'name=/^(plans|repos)$/';
const THINGS = 'name=/^(tasks|milestones|risks|commits)$/';

const GOING_THROUGH = '/^(find|filter|map|flatMap|some|every|forEach|reduce)/';

const ofAny = (node, path, names) => `${node}:matches([${path}.${names}], [${path}.property.${names}])`;

/** A shell asks and shows: it goes through no plans, finds no items and no commits, and computes nothing by itself. */
const SHELLS = {
  files: ['src/vscode/**/*.ts', 'src/cli/**/*.ts'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: '/core/(?!base/)',
            allowTypeImports: true,
            message: 'A shell calls verbs, which search and compute; of the core it knows types.',
          },
        ],
      },
    ],
    'no-restricted-syntax': [
      'error',
      ...[
        ofAny(`CallExpression[callee.property.name=${GOING_THROUGH}]`, 'callee.object', MANY),
        ofAny('ForOfStatement', 'right', MANY),
        ofAny('CallExpression[callee.property.name=/^(find|filter|some)/]', 'callee.object', THINGS),
      ].map(selector => ({
        selector,
        message: 'A verb goes through plans and finds items; a shell calls it.',
      })),
    ],
  },
};

/** Shells that have to know all plans or repositories. */
const KNOWING_ALL = [
  // What is watched lies where plans and repositories lie.
  'src/vscode/watch/planWatcher.ts',
  'src/vscode/watch/gitWatcher.ts',
  // Whether they are the same as before decides what is drawn or asked for again.
  'src/vscode/diagnostics.ts',
  'src/vscode/panel/panelContent.ts',
];

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '.vscode-test/', '**/*.d.ts'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'max-lines': ['error', { max: 450 }],
    },
  },
  restrict(['src/core/**/*.ts'], PURE),
  ...rooms(),
  restrict(['src/words/**/*.ts'], {
    paths: [...builtins, 'vscode', 'simple-git'],
    patterns: outer(['git', 'app', 'verbs', 'present', 'shared', 'sample', 'vscode', 'cli', 'media']),
    message: 'The words know only types of the core.',
  }),
  restrict(['src/shared/**/*.ts'], {
    paths: [...builtins, 'vscode', 'simple-git'],
    patterns: outer(['git', 'app', 'verbs', 'present', 'sample', 'vscode', 'cli', 'media']),
    message: 'What host and panel share knows only types of the core, and the words.',
  }),
  restrict(['src/present/**/*.ts'], {
    paths: [...builtins, 'vscode', 'simple-git'],
    patterns: outer(['git', 'app', 'verbs', 'sample', 'vscode', 'cli', 'media']),
    message: 'The presentation is pure: snapshot in, rows and models out.',
  }),
  restrict(['src/sample/**/*.ts'], {
    paths: [...builtins, 'vscode', 'simple-git'],
    patterns: outer(['git', 'app', 'verbs', 'present', 'words', 'shared', 'vscode', 'cli', 'media']),
    message: 'The sample project is pure: a day in, files and commits out.',
  }),
  restrict(['src/git/**/*.ts'], {
    paths: ['vscode'],
    patterns: outer([
      'app',
      'verbs',
      'present',
      'words',
      'shared',
      'sample',
      'vscode',
      'cli',
      'media',
      'formats',
      'insight',
    ]),
    message: 'Git knows only types of the core.',
  }),
  restrict(['src/app/**/*.ts'], {
    paths: ['vscode', 'simple-git', 'child_process', 'node:child_process'],
    patterns: outer(['verbs', 'present', 'words', 'shared', 'cli', 'media']),
    message: 'The application knows the core and git, and no editor.',
  }),
  restrict(['src/verbs/**/*.ts'], {
    paths: ['vscode', 'simple-git', 'child_process', 'node:child_process'],
    patterns: outer(['git', 'present', 'words', 'shared', 'sample', 'vscode', 'cli', 'media']),
    message: 'A verb takes data and gives data: no words, no editor.',
  }),
  restrict(['src/verbs/table.ts'], {
    paths: ['vscode', 'simple-git', 'child_process', 'node:child_process'],
    patterns: outer(['git', 'sample', 'vscode', 'cli', 'media']),
    message: 'The table of verbs knows the presentation as well, and no editor.',
  }),
  restrict(['src/vscode/**/*.ts'], {
    paths: ['simple-git', 'child_process', 'node:child_process'],
    patterns: [...outer(['git', 'sample', 'cli', 'media']), ...DOCUMENTS],
    message: 'The editor layer maps rows to the API and decides nothing.',
  }),
  restrict(['src/cli/**/*.ts'], {
    paths: ['vscode', 'simple-git', 'child_process', 'node:child_process'],
    patterns: [...outer(['git', 'sample', 'media']), ...DOCUMENTS],
    message: 'The command line knows the application and the presentation.',
  }),
  restrict(['media/**/*.ts', 'media/**/*.tsx'], {
    paths: [...builtins, 'vscode', 'simple-git'],
    patterns: outer(['git', 'app', 'verbs', 'present', 'sample', 'vscode', 'cli', 'core']),
    message: 'The panel knows only what host and panel share.',
  }),
  SHELLS,
  { files: KNOWING_ALL, rules: { 'no-restricted-syntax': 'off' } },
  { files: ['src/cli/main.ts', 'test/**', '*.mjs'], rules: { 'no-console': 'off' } },
  { files: ['eslint.config.mjs'], rules: { 'no-restricted-exports': 'off' } },
);
