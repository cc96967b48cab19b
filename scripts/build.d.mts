/** Of everything that is built from, as it stands on disk. */
export function fingerprint(): string;
/** Builds when a source differs from what dist/current was built of; returns whether it built. */
export function build(): Promise<boolean>;
