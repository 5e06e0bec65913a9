package io.github.camelhpc.support.camel;

import java.util.List;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of components whose service knows users by name and password. */
@UriParams
public abstract class UserConfiguration extends WatchingConfiguration {

  @UriParam(
      label = "security",
      secret = true,
      description = "User name: DOMAIN\\user, user@domain, or a local user's name.")
  private String username;

  @UriParam(label = "security", secret = true, description = "Password of the user.")
  private String password;

  @UriParam(
      label = "security",
      defaultValue = "BASIC",
      description = "How the user is authenticated: BASIC, with the first request, or NTLM.")
  private AuthMethod authMethod = AuthMethod.BASIC;

  @UriParam(
      label = "security",
      description =
          "Further hosts, with commas between them, that may get the credentials "
              + "when the service names them in a redirect or link. Each is a host "
              + "name, with a port or without.")
  private String allowedHosts;

  @Override
  protected ConnectionSettings connectionSettings() {
    return new ConnectionSettings(
        super.connectionSettings(), username, password, authMethod, allowedHosts);
  }

  @Override
  protected List<String> otherHosts() {
    return items(allowedHosts);
  }

  public String getAllowedHosts() {
    return allowedHosts;
  }

  public void setAllowedHosts(String allowedHosts) {
    this.allowedHosts = allowedHosts;
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public AuthMethod getAuthMethod() {
    return authMethod;
  }

  public void setAuthMethod(AuthMethod authMethod) {
    this.authMethod = authMethod;
  }
}
