/** Variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The process's own; empty where there is no process. */
export function ownEnvironment(): Environment {
  return typeof process === 'undefined' ? {} : process.env
}
