/**
 * The service's two wire formats, JSON and XML (facts/hpcpack.md §2, §6, §9). Strict in what is
 * written, lenient in what is read; nothing here knows of Camel or of HTTP.
 */
@XmlSchema(
    namespace = "http://schemas.microsoft.com/HPCS2008R2/common",
    elementFormDefault = XmlNsForm.QUALIFIED)
package io.github.camelhpc.hpcpack.wire;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
