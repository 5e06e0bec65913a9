/** How requests to Azure Batch are authorised: by the account's key, or by tokens of Entra ID. */
package io.github.camelhpc.azbatch.auth;
