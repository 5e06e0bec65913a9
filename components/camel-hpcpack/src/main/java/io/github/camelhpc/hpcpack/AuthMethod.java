package io.github.camelhpc.hpcpack;

/** How the user is authenticated (facts/hpcpack.md §7). */
public enum AuthMethod {
  /** HTTP Basic, sent with the first request. */
  BASIC,
  /** NTLM, for HPC Pack 2016 before Update 3. */
  NTLM
}
