package io.github.camelhpc.azbatch;

/** How requests are authorised (facts/azbatch.md §7). */
public enum CredentialType {
  /** With the account's name and key. */
  SHARED_KEY,
  /** With the secret of an application that is registered in Microsoft Entra ID. */
  CLIENT_SECRET,
  /** With any {@code TokenCredential} of the Azure Identity library. */
  AZURE_IDENTITY
}
