/** The clients that a program may be written with. */
export const CLIENTS = ["python", "typescript", "java", "go", "curl"] as const;

export type Client = (typeof CLIENTS)[number];

/** What a program has to know. Its token is none of it: that is in the environment. */
export interface Wanted {
  /** The lease's own, without a slash at its end. */
  baseUrl: string;
  model: string;
}

/** A program in each language that the provider has a library of its own for. */
export type Snippets = Partial<Record<Client, (wanted: Wanted) => string>>;

/** Where programs find the token; `leasehold exec` puts it there. */
export const TOKEN_VARIABLE = "LEASEHOLD_API_KEY";
